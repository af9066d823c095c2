package org.coursewise.course.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review as its author sees it. */
@Schema(name = "MyReview")
public record MyReview(
        @Schema(examples = "3d2c1b0a-91c5-4f0a-8a13-f1a1c0de2a77")
        String id,

        String courseId,

        @Schema(description = "Stars from 1 to 5", examples = "5")
        int rating,

        @Schema(examples = "I could follow every step.") String comment,

        @Schema(description = "When it was first written") Instant at,

        @Schema(description = "When it was last changed; null for one that never was") @Nullable
        Instant editedAt,

        @Schema(
                description = "hidden: a moderator has hidden it, and only its author and administrators see it",
                examples = "shown")
        ReviewStatus status,

        @Schema(hidden = true) @JsonIgnore String etag)
        implements Versioned {

    static MyReview of(Review review) {
        return new MyReview(
                review.id().toString(),
                review.course().toString(),
                review.rating(),
                review.comment(),
                review.writtenAt(),
                review.editedAt(),
                review.status(),
                review.changedAt() + "." + review.status().wireName());
    }
}
