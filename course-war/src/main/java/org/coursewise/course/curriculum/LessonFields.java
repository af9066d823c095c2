package org.coursewise.course.curriculum;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.coursewise.course.catalog.CourseFields;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an editor may say of a lesson. */
@Schema(name = "LessonFields")
public record LessonFields(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = CourseFields.VISIBLE_LINE, message = "must be one line that can be seen")
        @Schema(examples = "What an equation is")
        String title,

        @NotNull LessonKind kind,

        @Size(max = LONGEST_CONTENT)
        @Schema(
                examples = "An equation says that two things are the same.",
                description =
                        "Of a video or link its https URL; else text, up to 512 KiB in UTF-8, that is given back as it came:"
                                + " whoever shows it escapes it. Null is empty")
        @Nullable
        String content,

        @Min(1)
        @Schema(examples = "1", description = "From 1; the others make room. Null, or more than there are, is the end")
        @Nullable
        Integer position) {

    private static final int LONGEST_CONTENT = 512 * 1024;
    private static final int LONGEST_URL = 2_000;

    /**
     * Without needless spaces and nulls.
     *
     * @throws ProblemException 400 for content that is not of the kind
     */
    LessonFields tidy() {
        var tidy = new LessonFields(title.strip(), kind, tidyContent(), position);
        if (kind.isElsewhere() && !isSafeUrl(tidy.text())) {
            throw ProblemException.invalidInput("content", "must be an https URL for a " + kind.wireName());
        }
        if (tidy.text().getBytes(StandardCharsets.UTF_8).length > LONGEST_CONTENT) {
            throw ProblemException.invalidInput("content", "must have at most 512 KiB in UTF-8");
        }
        return tidy;
    }

    String text() {
        return content == null ? "" : content;
    }

    private String tidyContent() {
        return kind.isElsewhere() ? text().strip() : text();
    }

    private static boolean isSafeUrl(String text) {
        try {
            var uri = new URI(text);
            return "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    // a name before the host leads people astray
                    && uri.getUserInfo() == null
                    && text.length() <= LONGEST_URL;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
