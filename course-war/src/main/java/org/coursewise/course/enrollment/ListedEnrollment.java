package org.coursewise.course.enrollment;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An enrolment on the wire, with the names of its course. */
@Schema(name = "ListedEnrollment")
public record ListedEnrollment(
        @Schema(examples = "6c1b2f0e-91c5-4f0a-8a13-f1a1c0de2a77")
        String id,

        @Schema(examples = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77")
        String courseId,

        EnrolledCourse course,

        @Schema(description = "A user's id, or whoever an import knows")
        String learnerId,

        EnrollmentStatus status,

        @Schema(description = "Null when an import did not know") @Nullable
        Instant enrolledAt,

        @Nullable Instant completedAt,
        @Nullable String certificateId) {

    /** What is taken, by its names. */
    @Schema(name = "EnrolledCourse")
    public record EnrolledCourse(
            @Schema(examples = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77")
            String id,

            @Schema(examples = "ALG-1") String code,
            @Schema(examples = "Algebra for everyone") String title) {}

    /** For the query that finds both. */
    public ListedEnrollment(Enrollment enrollment, String code, String title) {
        this(EnrollmentView.of(enrollment), code, title);
    }

    private ListedEnrollment(EnrollmentView enrollment, String code, String title) {
        this(
                enrollment.id(),
                enrollment.courseId(),
                new EnrolledCourse(enrollment.courseId(), code, title),
                enrollment.learnerId(),
                enrollment.status(),
                enrollment.enrolledAt(),
                enrollment.completedAt(),
                enrollment.certificateId());
    }
}
