package org.coursewise.course.catalog;

import java.util.Optional;
import java.util.UUID;

/** A course's id, opaque to everyone else. */
public record CourseId(UUID value) {

    public static CourseId random() {
        return new CourseId(UUID.randomUUID());
    }

    /** Empty for text that was never an id of ours. */
    public static Optional<CourseId> parse(String text) {
        try {
            var id = UUID.fromString(text);
            // fromString forgives missing zeros, a client that sends such text means something else
            return id.toString().equalsIgnoreCase(text) ? Optional.of(new CourseId(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
