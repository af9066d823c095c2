package org.coursewise.course.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.coursewise.rest.language.LanguageTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an editor may say of a course. */
@Schema(name = "CourseFields")
public record CourseFields(
        @NotBlank
        @Size(max = 64)
        @Pattern(regexp = LIST_ITEM, message = NO_LIST_ITEM)
        @Schema(examples = "ALG-1", description = "Unique; what imports and exports know the course by")
        String code,

        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = VISIBLE_LINE, message = "must be one line that can be seen")
        @Schema(examples = "Algebra for everyone")
        String title,

        @Size(max = 2_000) @Schema(examples = "What equations are, and how to solve them") @Nullable
        String summary,

        @Size(max = 50_000) @Schema(examples = "Twelve weeks, from sums to groups") @Nullable
        String description,

        @Size(max = 20) @Schema(examples = "[\"Mathematics\"]") @Nullable
        List<@NotBlank @Size(max = 100) @Pattern(regexp = LIST_ITEM, message = NO_LIST_ITEM) String> categories,

        @Size(max = 50) @Schema(examples = "[\"equations\"]") @Nullable
        List<@NotBlank @Size(max = 100) @Pattern(regexp = LIST_ITEM, message = NO_LIST_ITEM) String> tags,

        @Pattern(regexp = "beginner|intermediate|advanced", message = "must be beginner, intermediate or advanced")
        @Schema(
                examples = "beginner",
                enumeration = {"beginner", "intermediate", "advanced"})
        @Nullable
        String level,

        @Size(max = 35) @Schema(examples = "en", description = "BCP 47 language tag") @Nullable
        String language,

        @Size(max = 50) @Schema(description = "Ids of users; whoever makes the course when none is given") @Nullable
        List<@NotBlank @Size(max = 64) @Pattern(regexp = LIST_ITEM, message = NO_LIST_ITEM) String> instructors,

        @Positive @Max(MOST_HOURS) @Schema(examples = "12") @Nullable
        Double durationHours,

        @Positive @Schema(examples = "30", description = "Seats; null is unlimited") @Nullable
        Integer capacity,

        @Size(max = 50) @Schema(description = "Ids of courses to complete first") @Nullable
        List<@NotBlank @Size(max = 64) String> prerequisites,

        @Schema(examples = "2027-01-10T08:00:00Z", description = "Nobody enrols before; null is at any time") @Nullable
        Instant enrollFrom,

        @Schema(
                examples = "2027-02-01T00:00:00Z",
                description = "Nobody enrols from then on; null is until the course ends")
        @Nullable
        Instant enrollUntil,

        @Schema(examples = "2027-02-08T08:00:00Z", description = "When the course begins") @Nullable
        Instant startsAt,

        @Schema(examples = "2027-05-01T18:00:00Z", description = "When the course ends") @Nullable
        Instant endsAt) {

    public static final int MOST_HOURS = 100_000;

    /** Letters, figures or signs, and nothing that breaks a line: it is the subject of mails. */
    public static final String VISIBLE_LINE = "[^\\x00-\\x1f\\x7f]*[\\p{L}\\p{N}\\p{P}\\p{S}][^\\x00-\\x1f\\x7f]*";

    /** Files separate the items of a list by a bar. */
    private static final String LIST_ITEM = "[^\\x00-\\x1f\\x7f-\\x9f|]*";

    private static final String NO_LIST_ITEM = "must not hold control characters or |";

    /** Without needless spaces, twins and nulls; the language in its canonical form. */
    CourseFields tidy() {
        return new CourseFields(
                code.strip(),
                title.strip(),
                summary == null ? "" : summary.strip(),
                description == null ? "" : description.strip(),
                distinct(categories),
                distinct(tags),
                level,
                language == null ? null : LanguageTag.canonical("language", language),
                distinct(instructors),
                durationHours,
                capacity,
                distinct(prerequisites).stream()
                        .map(id -> CourseId.parse(id).map(CourseId::toString).orElse(id))
                        .toList(),
                CourseDates.asKept(enrollFrom),
                CourseDates.asKept(enrollUntil),
                CourseDates.asKept(startsAt),
                CourseDates.asKept(endsAt));
    }

    CourseDates dates() {
        return new CourseDates(enrollFrom, enrollUntil, startsAt, endsAt);
    }

    List<String> taught() {
        return Objects.requireNonNullElse(instructors, List.of());
    }

    List<String> needed() {
        return Objects.requireNonNullElse(prerequisites, List.of());
    }

    CourseFields withInstructor(String id) {
        return new CourseFields(
                code,
                title,
                summary,
                description,
                categories,
                tags,
                level,
                language,
                List.of(id),
                durationHours,
                capacity,
                prerequisites,
                enrollFrom,
                enrollUntil,
                startsAt,
                endsAt);
    }

    private static List<String> distinct(@Nullable List<String> texts) {
        if (texts == null) {
            return List.of();
        }
        var seen = new LinkedHashSet<String>();
        texts.forEach(text -> seen.add(text.strip()));
        return List.copyOf(seen);
    }
}
