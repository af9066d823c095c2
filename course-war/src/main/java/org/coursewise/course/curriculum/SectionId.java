package org.coursewise.course.curriculum;

import java.util.Optional;
import java.util.UUID;
import org.coursewise.rest.id.Uuids;

/** A section's id, opaque to everyone else. */
record SectionId(UUID value) {

    static SectionId random() {
        return new SectionId(UUID.randomUUID());
    }

    /** Empty for text that was never an id of ours. */
    static Optional<SectionId> parse(String text) {
        return Uuids.parse(text).map(SectionId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
