/** Who takes which course: a seat is never sold twice. */
@NullMarked
package org.coursewise.course.enrollment;

import org.jspecify.annotations.NullMarked;
