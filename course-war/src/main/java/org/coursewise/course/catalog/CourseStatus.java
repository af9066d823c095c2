package org.coursewise.course.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** Where a course is in its life; on the wire and in the database in lower case. */
public enum CourseStatus {
    DRAFT,
    PUBLISHED,
    ARCHIVED;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
