package org.coursewise.email.message;

import java.time.Instant;
import java.util.UUID;

/** The last message of a page, newest first: the next page begins after it. */
record MessageCursor(Instant createdAt, UUID id) {

    private static final String SEPARATOR = "_";

    static MessageCursor of(Message message) {
        return new MessageCursor(message.createdAt(), message.id().value());
    }

    /** @throws IllegalArgumentException when the text is not of {@link #text} */
    static MessageCursor parse(String text) {
        var parts = text.split(SEPARATOR, -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new MessageCursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1]));
    }

    String text() {
        return createdAt.toEpochMilli() + SEPARATOR + id;
    }
}
