/** The channels that facts come in by. */
@NullMarked
package org.coursewise.course.consumer;

import org.jspecify.annotations.NullMarked;
