package org.coursewise.course.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row that was refused.
 *
 * @param line of the file where the row begins; the header is line 1
 */
@Schema(name = "ImportError")
public record RowError(
        @Schema(examples = "17") long line,

        @Schema(examples = "course_code: there is no course MATH-9")
        String reason) {}
