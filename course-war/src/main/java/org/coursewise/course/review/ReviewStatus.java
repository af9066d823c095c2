package org.coursewise.course.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether others see a review. */
public enum ReviewStatus {
    SHOWN,
    HIDDEN;

    static ReviewStatus of(boolean isHidden) {
        return isHidden ? HIDDEN : SHOWN;
    }

    static ReviewStatus of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
