/** Training jobs and the models they make. */
@NullMarked
package org.coursewise.course.training;

import org.jspecify.annotations.NullMarked;
