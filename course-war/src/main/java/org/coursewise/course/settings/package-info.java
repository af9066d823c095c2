/** What course is told from outside, read once. */
@NullMarked
package org.coursewise.course.settings;

import org.jspecify.annotations.NullMarked;
