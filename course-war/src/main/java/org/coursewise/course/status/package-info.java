/** How course is doing, for administrators. */
@NullMarked
package org.coursewise.course.status;

import org.jspecify.annotations.NullMarked;
