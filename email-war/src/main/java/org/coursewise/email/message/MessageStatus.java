package org.coursewise.email.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a message stands. On the wire and in the database in lower case. */
public enum MessageStatus {
    /** Waits for its first attempt, or for one that was asked for. */
    QUEUED,
    /** An attempt is under way, or was when its process died. */
    SENDING,
    /** The SMTP server has taken it. */
    SENT,
    /** The SMTP server could not take it now; it will be tried again. */
    DEFERRED,
    /** The SMTP server will never take it. */
    BOUNCED,
    /** The recipient does not want it, or the address is one we do not write to. */
    SUPPRESSED,
    /** Given up. */
    FAILED;

    /** Whether others are told when a message comes here. */
    public boolean isTold() {
        return this != QUEUED && this != SENDING;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MessageStatus> parse(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire().equals(wire))
                .findFirst();
    }
}
