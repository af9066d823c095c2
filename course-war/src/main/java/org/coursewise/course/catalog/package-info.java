/** Courses: making, changing, publishing and finding them. */
@NullMarked
package org.coursewise.course.catalog;

import org.jspecify.annotations.NullMarked;
