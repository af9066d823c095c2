package org.coursewise.course.review;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review as everybody sees it: of who wrote it it says nothing. */
@Schema(name = "Review")
public record ReviewView(
        @Schema(examples = "3d2c1b0a-91c5-4f0a-8a13-f1a1c0de2a77")
        String id,

        @Schema(description = "Stars from 1 to 5", examples = "5")
        int rating,

        @Schema(examples = "I could follow every step.", description = "Plain text, maybe none")
        String comment,

        @Schema(description = "When it was first written") Instant at,

        @Schema(description = "When it was last changed; null for one that never was") @Nullable
        Instant editedAt) {

    static ReviewView of(Review review) {
        return new ReviewView(
                review.id().toString(), review.rating(), review.comment(), review.writtenAt(), review.editedAt());
    }
}
