package org.coursewise.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row that was refused.
 *
 * @param line of the file where the row begins; the header is line 1
 */
@Schema(name = "ImportError")
public record RowError(
        @Schema(examples = "17") long line,

        @Schema(examples = "locale: is longer than 35 characters")
        String reason) {}
