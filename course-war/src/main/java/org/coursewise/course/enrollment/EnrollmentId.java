package org.coursewise.course.enrollment;

import java.util.Optional;
import java.util.UUID;
import org.coursewise.rest.id.Uuids;

/** An enrolment's id, opaque to everyone else. */
public record EnrollmentId(UUID value) {

    /** Empty for text that was never an id of ours. */
    public static Optional<EnrollmentId> parse(String text) {
        return Uuids.parse(text).map(EnrollmentId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
