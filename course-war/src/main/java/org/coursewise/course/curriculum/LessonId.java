package org.coursewise.course.curriculum;

import java.util.Optional;
import java.util.UUID;
import org.coursewise.rest.id.Uuids;

/** A lesson's id, opaque to everyone else. */
public record LessonId(UUID value) {

    static LessonId random() {
        return new LessonId(UUID.randomUUID());
    }

    /** Empty for text that was never an id of ours. */
    public static Optional<LessonId> parse(String text) {
        return Uuids.parse(text).map(LessonId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
