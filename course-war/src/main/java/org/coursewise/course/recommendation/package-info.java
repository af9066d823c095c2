/** Which course to take next. */
@NullMarked
package org.coursewise.course.recommendation;

import org.jspecify.annotations.NullMarked;
