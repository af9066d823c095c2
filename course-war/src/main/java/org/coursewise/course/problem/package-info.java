/** Course's own ways to say no. */
@NullMarked
package org.coursewise.course.problem;

import org.jspecify.annotations.NullMarked;
