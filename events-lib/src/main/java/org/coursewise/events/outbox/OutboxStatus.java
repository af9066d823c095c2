package org.coursewise.events.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the outbox is behind.
 *
 * @param waiting events that are not in Kafka yet
 * @param oldest when the oldest of them happened, null when none waits
 * @param parked events that Kafka can never take; the table's column {@code failure} says why
 */
public record OutboxStatus(long waiting, @Nullable Instant oldest, long parked) {}
