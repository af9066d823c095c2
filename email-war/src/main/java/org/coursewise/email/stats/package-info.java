/** Counts of messages for administrators. */
@NullMarked
package org.coursewise.email.stats;

import org.jspecify.annotations.NullMarked;
