package org.coursewise.course.enrollment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.coursewise.course.catalog.CourseId;
import org.jspecify.annotations.Nullable;

/** A learner's place in a course, or in the line for it. */
@Entity
@Table(name = "enrollment")
public class Enrollment {

    @Id
    private UUID id;

    @Column(name = "course_id")
    private UUID courseId;

    private String learner;

    @Enumerated(EnumType.STRING)
    private EnrollmentStatus status;

    @Column(name = "enrolled_at")
    private @Nullable Instant enrolledAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    // one is never made with it, and EclipseLink has no way to say null to a uuid
    @Column(name = "certificate_id", insertable = false)
    private @Nullable UUID certificateId;

    @Version
    private long version;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected Enrollment() {}

    @SuppressWarnings("NullAway.Init")
    Enrollment(CourseId course, String learner, EnrollmentStatus status, Instant now) {
        this.id = UUID.randomUUID();
        this.courseId = course.value();
        this.learner = learner;
        this.status = status;
        this.enrolledAt = now;
    }

    /** Whether there is a place to give back. */
    boolean isOpen() {
        return status == EnrollmentStatus.ACTIVE || status == EnrollmentStatus.WAITING;
    }

    /** Whether there is a seat to learn from. */
    boolean isLearning() {
        return status == EnrollmentStatus.ACTIVE || status == EnrollmentStatus.COMPLETED;
    }

    /** Gives the place back; tells whether it was a seat and not only one in the line. */
    boolean cancel() {
        var hadSeat = status == EnrollmentStatus.ACTIVE;
        status = EnrollmentStatus.CANCELLED;
        return hadSeat;
    }

    /**
     * The course is completed, for good; the certificate's id is known to whoever is shown it.
     *
     * @param now by a clock that may be behind that of the replica which enrolled
     */
    void complete(Instant now) {
        status = EnrollmentStatus.COMPLETED;
        completedAt = enrolledAt != null && now.isBefore(enrolledAt) ? enrolledAt : now;
        certificateId = UUID.randomUUID();
    }

    /** From the line to a seat. */
    void moveUp(Instant now) {
        status = EnrollmentStatus.ACTIVE;
        enrolledAt = now;
    }

    EnrollmentId id() {
        return new EnrollmentId(id);
    }

    CourseId courseId() {
        return new CourseId(courseId);
    }

    String learner() {
        return learner;
    }

    EnrollmentStatus status() {
        return status;
    }

    @Nullable
    Instant enrolledAt() {
        return enrolledAt;
    }

    @Nullable
    Instant completedAt() {
        return completedAt;
    }

    @Nullable
    UUID certificateId() {
        return certificateId;
    }

    long version() {
        return version;
    }
}
