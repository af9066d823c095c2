package org.coursewise.course.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A training job on the wire. */
@Schema(name = "TrainingJob")
public record TrainingView(
        String id,
        TrainingStatus status,
        List<Stage> stages,

        @Schema(description = "The model it made", examples = "20261123T221503123Z") @Nullable
        String modelVersion,

        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "Why it failed", examples = "There are too few enrolments to learn from.") @Nullable
        String failure,

        @Schema(hidden = true) @JsonIgnore String etag)
        implements Versioned {

    /** A part of the work. */
    @Schema(name = "TrainingStage")
    public record Stage(
            @Schema(examples = "ranker") String name,
            @Schema(minimum = "0", maximum = "1") double progress) {}
}
