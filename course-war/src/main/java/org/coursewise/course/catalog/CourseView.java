package org.coursewise.course.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A course on the wire. */
@Schema(name = "Course")
public record CourseView(
        @Schema(examples = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77")
        String id,

        @Schema(examples = "ALG-1") String code,
        @Schema(examples = "Algebra for everyone") String title,

        @Schema(examples = "What equations are, and how to solve them") @Nullable
        String summary,

        @Schema(examples = "Twelve weeks, from sums to groups") @Nullable
        String description,

        @Nullable List<String> categories,
        @Nullable List<String> tags,
        @Schema(examples = "beginner") @Nullable String level,
        @Schema(examples = "en") @Nullable String language,
        @Nullable List<String> instructors,
        @Nullable Double durationHours,
        @Nullable Integer capacity,
        @Nullable List<String> prerequisites,

        @Schema(description = "Nobody enrols before", examples = "2027-01-10T08:00:00Z") @Nullable
        Instant enrollFrom,

        @Schema(
                description = "Nobody enrols from then on; null is until the course ends",
                examples = "2027-02-01T00:00:00Z")
        @Nullable
        Instant enrollUntil,

        @Schema(examples = "2027-02-08T08:00:00Z") @Nullable Instant startsAt,

        @Schema(examples = "2027-05-01T18:00:00Z") @Nullable Instant endsAt,
        CourseStatus status,
        Rating rating,

        @Schema(description = "Seats taken") int enrolled,

        Instant createdAt,
        @Nullable Instant publishedAt,

        @Schema(hidden = true) @JsonIgnore String etag)
        implements Versioned {

    static CourseView of(Course course) {
        var fields = course.fields();
        var rating = course.rating();
        return new CourseView(
                course.id().toString(),
                fields.code(),
                fields.title(),
                fields.summary(),
                fields.description(),
                fields.categories(),
                fields.tags(),
                fields.level(),
                fields.language(),
                fields.instructors(),
                fields.durationHours(),
                fields.capacity(),
                fields.prerequisites(),
                fields.enrollFrom(),
                fields.enrollUntil(),
                fields.startsAt(),
                fields.endsAt(),
                course.status(),
                rating,
                course.enrolled(),
                course.createdAt(),
                course.publishedAt(),
                course.edition() + "." + course.enrolled() + "." + rating.count() + "." + rating.mean());
    }

    boolean isTaughtBy(String userId) {
        return instructors != null && instructors.contains(userId);
    }

    /** Whether a tag an editor holds is of this edition; seats and ratings do not stand in the way. */
    boolean isOfEdition(String tag) {
        return edition(tag).equals(edition(etag));
    }

    private static String edition(String tag) {
        var end = tag.indexOf('.');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
