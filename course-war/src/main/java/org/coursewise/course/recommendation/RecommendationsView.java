package org.coursewise.course.recommendation;

import java.util.List;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer on the wire. */
@Schema(name = "Recommendations")
public record RecommendationsView(
        @Schema(description = "To be sent back with feedback")
        String recommendationId,

        @Schema(description = "Null before the first model was trained", examples = "20261123T221503123Z") @Nullable
        String modelVersion,

        @Schema(description = "True when nothing is known of the learner, or there is no model: what is popular then")
        boolean fallback,

        List<Item> items)
        implements Versioned {

    /** An answer does not change; another one has another id. */
    @Override
    public String etag() {
        return recommendationId;
    }

    /** A course to take next. */
    @Schema(name = "RecommendedCourse")
    public record Item(
            CourseName course,

            @Schema(description = "Higher is better; comparable within one answer")
            double score,

            List<Reason> reasons) {}

    /** A course by its names. */
    @Schema(name = "CourseName")
    public record CourseName(
            String id,
            @Schema(examples = "ALG-1") String code,
            @Schema(examples = "Algebra for everyone") String title) {

        static CourseName of(Offer offer) {
            return new CourseName(offer.id(), offer.code(), offer.title());
        }
    }

    /** Why a course is recommended. */
    @Schema(name = "RecommendationReason")
    public record Reason(
            @Schema(
                    description =
                            "`because-you-took`, `similar-content` and `goes-with` (a course that is looked at) name the"
                                    + " course that led to it; `prerequisite-of` one that needs it first; `new-course` one that was"
                                    + " just published and is like what was taken; `matches-your-interests`, `popular-in-category` and"
                                    + " `popular` are for who has taken nothing yet. There may be more one day",
                    examples = "because-you-took")
            String code,

            @Schema(examples = "Because you took Algebra for everyone")
            String text,

            @Schema(description = "The course that led to it, if one did") @Nullable
            String courseId) {}
}
