/** Counts by day: which days are asked for, in UTC. */
@NullMarked
package org.coursewise.rest.day;

import org.jspecify.annotations.NullMarked;
