package org.coursewise.rest.id;

import java.util.Optional;
import java.util.UUID;

/** Ids in paths and cursors, read strictly. */
public final class Uuids {

    private Uuids() {}

    /** Empty for text that is no UUID in full: a client that sends a short form such as 1-2-3-4-5 means something else. */
    public static Optional<UUID> parse(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
