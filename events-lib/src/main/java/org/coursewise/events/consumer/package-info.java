/** A consumer that handles each event once, sets poison aside and never stops its stream. */
@NullMarked
package org.coursewise.events.consumer;

import org.jspecify.annotations.NullMarked;
