package org.coursewise.email.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a message's history.
 *
 * @param reply what the SMTP server said, or why nothing was asked of it
 */
public record StatusChange(
        MessageStatus status, Instant at, @Nullable String reply) {}
