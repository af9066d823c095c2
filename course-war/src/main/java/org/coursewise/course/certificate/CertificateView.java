package org.coursewise.course.certificate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A certificate on the wire. */
@Schema(name = "Certificate")
public record CertificateView(
        String id,
        String courseId,

        @Schema(examples = "ALG-1") String courseCode,

        @Schema(examples = "Algebra for everyone", description = "As the course is called now")
        String courseTitle,

        Instant completedAt,

        @Schema(hidden = true) @JsonIgnore String etag)
        implements Versioned {}
