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

        @Schema(
                description = "Why that model serves, or does not",
                examples = "Its coverage@10 is 0.0310 and would have to be 0.0500")
        @Nullable
        String decision,

        @Schema(
                description = "What asked for it: somebody, or the schedule",
                enumeration = {"demand", "schedule"},
                examples = "schedule")
        String askedBy,

        @Schema(description = "How often it was begun: once more for each worker that died", examples = "1")
        int attempts,

        Instant createdAt,
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
