package org.coursewise.course.enrollment;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import java.util.Optional;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How a learner stands to a course; on the wire and in the database in lower case. */
public enum EnrollmentStatus {
    ACTIVE,
    COMPLETED,
    CANCELLED,
    WAITING;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** @throws ProblemException 400 for one that there is not; empty when none is asked for */
    static Optional<EnrollmentStatus> ofFilter(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        for (var status : values()) {
            if (status.wireName.equals(name)) {
                return Optional.of(status);
            }
        }
        throw ProblemException.invalidInput("status", "must be active, completed, cancelled or waiting");
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
