/** Where recommendations come from: each class is one way of linking courses to courses. */
@NullMarked
package org.coursewise.recommender.candidates;

import org.jspecify.annotations.NullMarked;
