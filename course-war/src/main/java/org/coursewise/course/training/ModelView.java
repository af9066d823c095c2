package org.coursewise.course.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A model on the wire. */
@Schema(name = "Model")
public record ModelView(
        @Schema(examples = "20261123T221503123Z") String version,
        Instant trainedAt,
        @Nullable String trainingJobId,

        @Schema(description = "Whether it answers now") boolean inService,

        @Schema(description = "Which share of learners it answers on trial; null when it is not", examples = "0.1")
        @Nullable
        Double trialShare,

        @Schema(
                description = "For which share of learners it makes lists that nobody is shown; null when it does not",
                examples = "0.2")
        @Nullable
        Double shadowShare,

        @Schema(
                description =
                        "Offline figures on enrolments that were set aside: ndcg with its 95 % interval, recall,"
                                + " hitRate, reciprocalRank, coverage (all at 10), and what the trained ranker adds to the best source")
        Map<String, Object> metrics,

        @Schema(description = "The same of the model in service") @Nullable
        Map<String, Object> metricsInService,

        @Schema(
                description = "Why it was put into service when it was trained, or was not",
                examples =
                        "On 1200 learners' newer enrolments its NDCG@10 is 0.3410, that of 20261122T021503123Z 0.3390; the"
                                + " difference lies between -0.0010 and 0.0050")
        @Nullable
        String decision,

        @Schema(
                description = "Why it cannot be used; the one before it answers",
                examples = "The model is damaged: its checksum is wrong")
        @Nullable
        String refusal,

        @Schema(hidden = true) @JsonIgnore String etag)
        implements Versioned {}
