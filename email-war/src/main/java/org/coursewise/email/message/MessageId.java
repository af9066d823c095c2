package org.coursewise.email.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** A message's identity: the id of the event that asked for it, so that the same event never makes two. */
public record MessageId(UUID value) {

    /** An identity that follows from the name alone: the same name, the same message. */
    public static MessageId derivedFrom(String name) {
        return new MessageId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    static Optional<MessageId> parse(String text) {
        try {
            var uuid = UUID.fromString(text);
            // fromString also takes short forms such as 1-2-3-4-5
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(new MessageId(uuid)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
