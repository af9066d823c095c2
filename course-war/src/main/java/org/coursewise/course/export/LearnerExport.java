package org.coursewise.course.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coursewise.course.interest.InterestsView;
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

        @Schema(description = "Lessons the person did, of the courses they take")
        List<DoneLesson> lessons,

        List<HeldReview> reviews,

        @Schema(description = "What the person reported of others' reviews")
        List<MadeReport> reviewReports,

        @Schema(description = "What the person decided over others' reviews")
        List<MadeDecision> reviewDecisions,

        @Schema(description = "Courses that name the person as instructor")
        List<TaughtCourse> teaches,

        @Schema(description = "Imports and trainings the person asked for")
        List<RequestedJob> jobs,

        @Schema(
                description = "Since when it is known which address the person has verified; kept as a hash alone",
                examples = "2027-01-10T08:00:00Z")
        @Nullable
        Instant addressVerifiedAt,

        @Schema(description = "Invitations to courses that were sent to the person's address")
        List<HeldInvitation> invitations,

        @Schema(description = "What the person says to be interested in; null when they never did") @Nullable
        InterestsView interests,

        @Schema(description = "When the person last saw, opened or sent away a course")
        List<GivenFeedback> feedback,

        @Schema(description = "The weekly mail of recommendations; null when the person did not ask for it") @Nullable
        AskedDigest digest) {

    /** A subscription to the mail of recommendations. */
    @Schema(name = "AskedDigest")
    record AskedDigest(
            @Schema(description = "Null until it is known", examples = "de") @Nullable
            String locale,

            @Schema(examples = "2027-01-10T08:00:00Z") Instant nextAt,

            @Schema(
                    description = "The id of the last mail; null before the first",
                    examples = "5f3c1a52-7a1e-3c58-9a55-0a4b2a5d3c11")
            @Nullable
            UUID lastMailId) {}

    /** What a person did with a course that was shown to them. */
    @Schema(name = "GivenFeedback")
    record GivenFeedback(
            @Schema(examples = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77")
            String courseId,

            @Schema(examples = "ML-101") String courseCode,

            @Schema(description = "impression, click or dismiss", examples = "click")
            String type,

            Instant at,

            @Schema(
                    description =
                            "Of an impression: how many answers the person was shown the course in since opening it last",
                    examples = "3")
            @Nullable
            Integer times,

            @Schema(
                    description = "The answer that it came from; null when it came otherwise",
                    examples = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11")
            @Nullable
            String recommendation,

            @Schema(description = "Whose answer that was", examples = "20261123T221503123Z") @Nullable
            String modelVersion) {}

    /** An invitation, with the course's name for the reader. */
    @Schema(name = "HeldInvitation")
    record HeldInvitation(
            @Schema(examples = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77")
            String courseId,

            @Schema(examples = "ML-101") String courseCode,
            @Schema(examples = "Machine learning") String courseTitle,
            @Schema(examples = "2027-01-10T08:00:00Z") Instant invitedAt,
            @Schema(examples = "2027-04-10T08:00:00Z") Instant expiresAt) {}

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

    /** A lesson, its name for the reader, and when it was done. */
    @Schema(name = "DoneLesson")
    record DoneLesson(
            String enrollmentId,
            String lessonId,
            @Schema(examples = "What an equation is") String title,
            Instant completedAt) {}

    /** All that is kept of a review, also that it was taken back. */
    @Schema(name = "HeldReview")
    record HeldReview(
            String id,
            String courseId,
            @Schema(examples = "ML-101") String courseCode,
            @Schema(examples = "Machine learning") String courseTitle,

            @Schema(description = "Null for one that was taken back", examples = "5") @Nullable
            Integer rating,

            @Schema(examples = "I could follow every step.") String comment,
            Instant writtenAt,
            Instant changedAt,
            boolean hidden) {}

    /** A report of a review. */
    @Schema(name = "MadeReport")
    record MadeReport(
            String reviewId,
            @Schema(examples = "It insults the instructor.") String reason,
            Instant at) {}

    /** A decision over a review. */
    @Schema(name = "MadeDecision")
    record MadeDecision(
            String reviewId,

            @Schema(description = "hidden or shown", examples = "hidden")
            String decision,

            Instant at) {}

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
                    description = "training, the kind of the file, or oneroster_ with the file's name",
                    examples = "enrollments")
            String kind,

            Instant requestedAt) {}
}
