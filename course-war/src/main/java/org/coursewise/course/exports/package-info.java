/** CSV files of all courses, enrolments and reviews, as imports take them. */
@NullMarked
package org.coursewise.course.exports;

import org.jspecify.annotations.NullMarked;
