package org.coursewise.auth.account;

import java.util.Optional;
import java.util.UUID;
import org.coursewise.rest.id.Uuids;

/** A person's id, opaque to everyone else. */
public record UserId(UUID value) {

    public static UserId random() {
        return new UserId(UUID.randomUUID());
    }

    /** Empty for text that was never an id of ours. */
    public static Optional<UserId> parse(String text) {
        return Uuids.parse(text).map(UserId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
