/** What recommendations did, told to whoever listens. */
@NullMarked
package org.coursewise.course.telemetry;

import org.jspecify.annotations.NullMarked;
