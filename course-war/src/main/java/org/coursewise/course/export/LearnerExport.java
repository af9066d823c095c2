package org.coursewise.course.export;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The document that a person takes away; service and time are its receipt. */
@Schema(name = "LearnerExport", description = "Everything that course holds on a person")
record LearnerExport(
        @Schema(examples = "course") String service,
        Instant exportedAt,

        @Schema(examples = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11")
        String userId,

        List<HeldEnrollment> enrollments,

        @Schema(description = "Courses that name the person as instructor")
        List<TaughtCourse> teaches,

        @Schema(description = "Imports and trainings the person asked for")
        List<RequestedJob> jobs) {

    /** All that is kept of an enrolment, with the course's name for the reader. */
    @Schema(name = "HeldEnrollment")
    record HeldEnrollment(
            String id,
            String courseId,
            @Schema(examples = "ML-101") String courseCode,
            @Schema(examples = "Machine learning") String courseTitle,
            @Schema(examples = "active") String status,
            @Nullable Instant enrolledAt,
            @Nullable Instant completedAt,
            @Nullable String certificateId) {}

    /** A course and its name. */
    @Schema(name = "TaughtCourse")
    record TaughtCourse(
            String courseId,
            @Schema(examples = "ML-101") String courseCode,
            @Schema(examples = "Machine learning") String courseTitle) {}

    /** A job and what it was for. */
    @Schema(name = "RequestedJob")
    record RequestedJob(
            String id,

            @Schema(
                    description = "courses, enrollments, reviews, training, or oneroster_ with the file's name",
                    examples = "enrollments")
            String kind,

            Instant requestedAt) {}
}
