package org.coursewise.course.curriculum;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

        @Size(max = LessonContent.LONGEST)
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

    /**
     * Without needless spaces and nulls.
     *
     * @throws ProblemException 400 for content that is not of the kind
     */
    LessonFields tidy() {
        var tidy = new LessonFields(title.strip(), kind, LessonContent.tidy(kind, text()), position);
        LessonContent.complaint(kind, tidy.text()).ifPresent(complaint -> {
            throw ProblemException.invalidInput("content", complaint);
        });
        return tidy;
    }

    String text() {
        return content == null ? "" : content;
    }
}
