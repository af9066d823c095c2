package org.coursewise.course.enrollment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An enrolment on the wire. */
@Schema(name = "Enrollment")
public record EnrollmentView(
        @Schema(examples = "6c1b2f0e-91c5-4f0a-8a13-f1a1c0de2a77")
        String id,

        @Schema(examples = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77")
        String courseId,

        @Schema(description = "A user's id, or whoever an import knows")
        String learnerId,

        EnrollmentStatus status,

        @Schema(description = "Null when an import did not know") @Nullable
        Instant enrolledAt,

        @Nullable Instant completedAt,
        @Nullable String certificateId,

        @Schema(hidden = true) @JsonIgnore String etag)
        implements Versioned {

    static EnrollmentView of(Enrollment enrollment) {
        var certificate = enrollment.certificateId();
        return new EnrollmentView(
                enrollment.id().toString(),
                enrollment.courseId().toString(),
                enrollment.learner(),
                enrollment.status(),
                enrollment.enrolledAt(),
                enrollment.completedAt(),
                certificate == null ? null : certificate.toString(),
                "e" + enrollment.version());
    }
}
