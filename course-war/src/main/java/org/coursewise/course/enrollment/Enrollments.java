package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.course.catalog.CourseId;
import org.jspecify.annotations.Nullable;

/** All enrolments. */
@ApplicationScoped
@Transactional
class Enrollments {

    private static final String ANONYMISE = """
            update enrollment set id = uuidv7(), learner = ?1, certificate_id = null, version = version + 1,
                enrolled_at = date_trunc('day', enrolled_at, 'UTC'), completed_at = date_trunc('day', completed_at, 'UTC')
            where learner = ?2
            """;

    @PersistenceContext
    EntityManager entities;

    void add(Enrollment enrollment) {
        entities.persist(enrollment);
    }

    void flush() {
        entities.flush();
    }

    Optional<Enrollment> find(EnrollmentId id) {
        return Optional.ofNullable(entities.find(Enrollment.class, id.value()));
    }

    /** The learner's enrolments with their courses, in order of the id from behind {@code after}. */
    List<ListedEnrollment> of(String learner, @Nullable UUID after, int limit) {
        var query = entities.createQuery(
                "select new org.coursewise.course.enrollment.ListedEnrollment(e, c.code, c.title)"
                        + " from Enrollment e join Course c on c.id = e.courseId where e.learner = :learner"
                        + (after == null ? "" : " and e.id > :after")
                        + " order by e.id",
                ListedEnrollment.class);
        query.setParameter("learner", learner);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** The enrolments in a course, in order of the id from behind {@code after}. */
    List<Enrollment> in(CourseId course, @Nullable EnrollmentStatus status, @Nullable UUID after, int limit) {
        var query = entities.createQuery(
                "select e from Enrollment e where e.courseId = :course"
                        + (status == null ? "" : " and e.status = :status")
                        + (after == null ? "" : " and e.id > :after")
                        + " order by e.id",
                Enrollment.class);
        query.setParameter("course", course.value());
        if (status != null) {
            query.setParameter("status", status);
        }
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** Seats and places in line of the learner, in the order in which courses are locked. */
    List<Enrollment> open(String learner) {
        return entities.createQuery(
                        "select e from Enrollment e where e.learner = :learner and e.status in :open order by e.courseId",
                        Enrollment.class)
                .setParameter("learner", learner)
                .setParameter("open", List.of(EnrollmentStatus.ACTIVE, EnrollmentStatus.WAITING))
                .getResultList();
    }

    /** Puts the pseudonym in the learner's place. Facts named the enrolments' ids and times: those go, but for the day. */
    void anonymise(String learner, String pseudonym) {
        entities.flush();
        entities.createNativeQuery(ANONYMISE)
                .setParameter(1, pseudonym)
                .setParameter(2, learner)
                .executeUpdate();
        entities.clear();
    }

    boolean has(String learner, CourseId course) {
        return entities.createQuery(
                                "select count(e) from Enrollment e where e.learner = :learner"
                                        + " and e.courseId = :course and e.status <> :cancelled",
                                Long.class)
                        .setParameter("learner", learner)
                        .setParameter("course", course.value())
                        .setParameter("cancelled", EnrollmentStatus.CANCELLED)
                        .getSingleResult()
                > 0;
    }

    /** As the database has it now. */
    void refresh(Enrollment enrollment) {
        entities.refresh(enrollment);
    }

    /** When the last of those who wait came; empty when nobody does. */
    Optional<Instant> lastInLine(CourseId course) {
        return Optional.ofNullable(entities.createQuery(
                        "select max(e.enrolledAt) from Enrollment e where e.courseId = :course and e.status = :waiting",
                        Instant.class)
                .setParameter("course", course.value())
                .setParameter("waiting", EnrollmentStatus.WAITING)
                .getSingleResult());
    }

    /** Those who wait, the longest first; the limit is at least 1, as Jakarta Persistence reads 0 as no limit. */
    List<Enrollment> waiting(CourseId course, int limit) {
        return entities.createQuery(
                        "select e from Enrollment e where e.courseId = :course and e.status = :waiting"
                                + " order by e.enrolledAt, e.id",
                        Enrollment.class)
                .setParameter("course", course.value())
                .setParameter("waiting", EnrollmentStatus.WAITING)
                .setMaxResults(limit)
                .getResultList();
    }
}
