/** The rules every module's code keeps, run by each module's own tests. */
@NullMarked
package org.coursewise.style;

import org.jspecify.annotations.NullMarked;
