/** Files of each kind, taken row by row as jobs. */
@NullMarked
package org.coursewise.course.imports;

import org.jspecify.annotations.NullMarked;
