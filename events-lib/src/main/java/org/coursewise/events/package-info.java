/** Facts and commands as CloudEvents 1.0: JSON values in Kafka's binary mode. */
@NullMarked
package org.coursewise.events;

import org.jspecify.annotations.NullMarked;
