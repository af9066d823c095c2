/** The little linear algebra the sources need: sparse rows, triangles, an inverse, work shared by threads. */
@NullMarked
package org.coursewise.recommender.matrix;

import org.jspecify.annotations.NullMarked;
