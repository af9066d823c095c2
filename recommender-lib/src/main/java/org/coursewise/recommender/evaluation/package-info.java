/** How good a list is, one measure a class, and how sure that is. */
@NullMarked
package org.coursewise.recommender.evaluation;

import org.jspecify.annotations.NullMarked;
