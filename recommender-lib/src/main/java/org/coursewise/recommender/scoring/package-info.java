/** From a history to candidates and the numbers that describe each of them; the same in training and serving. */
@NullMarked
package org.coursewise.recommender.scoring;

import org.jspecify.annotations.NullMarked;
