package org.coursewise.email.message;

import java.time.Instant;
import java.util.UUID;

/** The last message of a page, newest first: the next page begins after it. */
record MessageCursor(Instant createdAt, UUID id) {

    static MessageCursor of(Message message) {
        return new MessageCursor(message.createdAt(), message.id().value());
    }
}
