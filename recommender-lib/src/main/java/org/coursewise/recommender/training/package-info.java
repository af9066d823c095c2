/** Training: folds without leakage, the choice of what is shipped, and how good it is. */
@NullMarked
package org.coursewise.recommender.training;

import org.jspecify.annotations.NullMarked;
