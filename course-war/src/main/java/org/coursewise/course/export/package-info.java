/** Everything that course holds on one person, for that person. */
@NullMarked
package org.coursewise.course.export;

import org.jspecify.annotations.NullMarked;
