package org.coursewise.course.figures;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a model did, on the wire.
 *
 * @param fallbackShare of {@code served}
 */
@Schema(name = "ModelFigures")
public record ModelFigures(
        @Schema(description = "`none` for answers before there was a model", examples = "20261123T221503123Z")
        String modelVersion,

        @Schema(description = "Answers", examples = "12000") long served,

        @Schema(description = "Share of answers for learners of whom nothing was known", examples = "0.12")
        double fallbackShare,

        @Schema(description = "Courses that clients say were seen", examples = "96000")
        long impressions,

        @Schema(description = "Courses that were opened", examples = "5100")
        long clicks,

        @Schema(description = "Clicks by impressions; 0 without any", examples = "0.053")
        double clickRate,

        @Schema(description = "Courses that were sent away", examples = "310")
        long dismissals,

        @Schema(description = "Enrolments in a course within 30 days of its being seen or opened", examples = "840")
        long enrollments,

        @Schema(description = "Share of the published courses that was ever shown", examples = "0.73")
        double coverage,

        @Schema(description = "Of its lists that nobody was shown; null when it made none") @Nullable
        ShadowFigures shadow) {}
