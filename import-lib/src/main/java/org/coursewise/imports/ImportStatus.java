package org.coursewise.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job is; one whose file is still coming counts as queued. */
public enum ImportStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportStatus of(String column) {
        return column.equals("receiving") ? QUEUED : valueOf(column.toUpperCase(Locale.ROOT));
    }
}
