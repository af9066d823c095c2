/** Orders of candidates: trained rankers as plain arrays, or one source's own order. */
@NullMarked
package org.coursewise.recommender.ranking;

import org.jspecify.annotations.NullMarked;
