package org.coursewise.course.training;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job is. */
public enum TrainingStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TrainingStatus of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }
}
