/** CSV files of everything of a kind, as imports take them. */
@NullMarked
package org.coursewise.course.exports;

import org.jspecify.annotations.NullMarked;
