/** Boosted regression trees over histograms: many rows, little memory, the same result for any number of threads. */
@NullMarked
package org.coursewise.recommender.boosting;

import org.jspecify.annotations.NullMarked;
