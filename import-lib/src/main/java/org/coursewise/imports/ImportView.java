package org.coursewise.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import on the wire. */
@Schema(name = "ImportJob")
public record ImportView(
        @Schema(examples = "2f8d9a54-0c36-4c5e-9a70-0c9a8e4c7b10")
        String id,

        @Schema(description = "What the file is of", examples = "enrollments")
        String kind,

        ImportStatus status,

        @Schema(description = "Rows read so far") long read,

        @Schema(description = "Rows that are in the product now, also those that were there before")
        long taken,

        @Schema(description = "Rows that could not be taken, see errors")
        long refused,

        @Schema(description = "When its file came") Instant createdAt,

        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "Why it failed", examples = "The upload broke off. Send the file again.") @Nullable
        String failure,

        @Schema(hidden = true) @JsonIgnore String etag)
        implements Versioned {

    /** The same, with its kind as clients know it. */
    public ImportView withKind(String shown) {
        return new ImportView(id, shown, status, read, taken, refused, createdAt, startedAt, finishedAt, failure, etag);
    }
}
