package org.coursewise.course.review;

import java.util.Optional;
import java.util.UUID;
import org.coursewise.rest.id.Uuids;

/** A review's id; it leads to nobody. */
record ReviewId(UUID value) {

    /** Empty for text that was never an id of ours. */
    static Optional<ReviewId> parse(String text) {
        return Uuids.parse(text).map(ReviewId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
