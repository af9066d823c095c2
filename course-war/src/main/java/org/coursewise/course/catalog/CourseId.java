package org.coursewise.course.catalog;

import java.util.Optional;
import java.util.UUID;
import org.coursewise.rest.id.Uuids;

/** A course's id, opaque to everyone else. */
public record CourseId(UUID value) {

    public static CourseId random() {
        return new CourseId(UUID.randomUUID());
    }

    /** Empty for text that was never an id of ours. */
    public static Optional<CourseId> parse(String text) {
        return Uuids.parse(text).map(CourseId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
