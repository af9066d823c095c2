package org.coursewise.course.curriculum;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.coursewise.course.catalog.CourseFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an editor may say of a section. */
@Schema(name = "SectionFields")
public record SectionFields(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = CourseFields.VISIBLE_LINE, message = "must be one line that can be seen")
        @Schema(examples = "Equations with one unknown")
        String title,

        @Min(1)
        @Schema(examples = "1", description = "From 1; the others make room. Null, or more than there are, is the end")
        @Nullable
        Integer position) {

    SectionFields tidy() {
        return new SectionFields(title.strip(), position);
    }
}
