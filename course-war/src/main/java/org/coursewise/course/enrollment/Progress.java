package org.coursewise.course.enrollment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far somebody is in a course. */
@Schema(name = "Progress")
public record Progress(
        @Schema(description = "Lessons that are done", examples = "3")
        int completed,

        @Schema(description = "Lessons that the course has now", examples = "4")
        int total,

        @Schema(description = "Whole, rounded down: 100 is all; 0 without lessons", examples = "75")
        int percent,

        @Schema(hidden = true) @JsonIgnore String etag)
        implements Versioned {

    static Progress of(int completed, int total) {
        var percent = total == 0 ? 0 : (int) (100L * completed / total);
        return new Progress(completed, total, percent, completed + "." + total);
    }

    /** Whether there is something to complete, and all of it is done. */
    @JsonIgnore
    boolean isWhole() {
        return total > 0 && completed >= total;
    }
}
