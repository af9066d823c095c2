package org.coursewise.course.enrollment;

import java.util.Optional;
import java.util.UUID;

/** An enrolment's id, opaque to everyone else. */
public record EnrollmentId(UUID value) {

    /** Empty for text that was never an id of ours. */
    public static Optional<EnrollmentId> parse(String text) {
        try {
            return Optional.of(new EnrollmentId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
