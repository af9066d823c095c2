package org.coursewise.course.enrollment;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** How a learner stands to a course; on the wire and in the database in lower case. */
public enum EnrollmentStatus {
    ACTIVE,
    COMPLETED,
    CANCELLED,
    WAITING;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
