package org.coursewise.email.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.rest.id.Uuids;

/** A message's identity: the id of the event that asked for it, so that the same event never makes two. */
public record MessageId(UUID value) {

    /** An identity that follows from the name alone: the same name, the same message. */
    public static MessageId derivedFrom(String name) {
        return new MessageId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    public static Optional<MessageId> parse(String text) {
        return Uuids.parse(text).map(MessageId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
