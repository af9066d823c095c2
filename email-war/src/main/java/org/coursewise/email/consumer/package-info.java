/** The channels that facts and commands come in by. */
@NullMarked
package org.coursewise.email.consumer;

import org.jspecify.annotations.NullMarked;
