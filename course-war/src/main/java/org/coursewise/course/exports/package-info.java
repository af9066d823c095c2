/** CSV files of all courses and enrolments, as imports take them. */
@NullMarked
package org.coursewise.course.exports;

import org.jspecify.annotations.NullMarked;
