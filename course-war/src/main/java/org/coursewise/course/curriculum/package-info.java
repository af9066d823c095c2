/** What a course teaches: sections, and lessons in them, in an order. */
@NullMarked
package org.coursewise.course.curriculum;

import org.jspecify.annotations.NullMarked;
