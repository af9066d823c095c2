package org.coursewise.course.review;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review as moderators see it: what it says, who wrote it, and what was said and decided about it. */
@Schema(name = "ModeratedReview")
public record ModeratedReview(
        @Schema(examples = "3d2c1b0a-91c5-4f0a-8a13-f1a1c0de2a77")
        String id,

        String courseId,
        @Schema(examples = "ALG-1") String courseCode,

        @Schema(description = "A user's id, or whoever an import knows")
        String learnerId,

        @Schema(description = "Stars from 1 to 5", examples = "1")
        int rating,

        @Schema(examples = "Whoever likes this is a fool.") String comment,

        @Schema(description = "When it was first written") Instant at,

        @Schema(description = "When it was last changed; null for one that never was") @Nullable
        Instant editedAt,

        ReviewStatus status,

        @Schema(description = "The latest twenty, the newest first")
        List<Report> reports,

        @Schema(description = "The newest first") List<Decision> decisions) {

    /** What somebody thinks is wrong with it. */
    @Schema(name = "ReviewReport")
    public record Report(
            @Schema(examples = "It insults the instructor.") String reason,
            Instant at,

            @Schema(description = "Whether a moderator has decided since")
            boolean settled) {}

    /** What became of it. */
    @Schema(name = "ReviewDecision")
    public record Decision(
            ReviewStatus decision,

            @Schema(
                    description = "The administrator's id; a pseudonym once they are gone",
                    examples = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11")
            String moderatorId,

            Instant at) {}

    static ModeratedReview of(ReviewCases.Entry entry, List<Report> reports, List<Decision> decisions) {
        var review = entry.review();
        return new ModeratedReview(
                review.id().toString(),
                review.course().toString(),
                entry.courseCode(),
                review.learner(),
                review.rating(),
                review.comment(),
                review.writtenAt(),
                review.editedAt(),
                review.status(),
                reports,
                decisions);
    }
}
