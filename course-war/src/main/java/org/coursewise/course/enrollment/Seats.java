package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coursewise.course.catalog.CourseChanged;
import org.coursewise.course.catalog.CourseDates;
import org.coursewise.course.catalog.CourseId;
import org.jspecify.annotations.Nullable;

/**
 * The seats of courses, always read from the database and behind a lock of the course's row: whoever decides over one
 * is alone until the transaction ends.
 */
@ApplicationScoped
@Transactional
class Seats {

    private static final String LOCK =
            "select code, title, status, capacity, enrolled, enroll_from, enroll_until, starts_at, ends_at"
                    + " from course where id = ?1 for update";

    private static final String MISSING = """
            select wanted.code from course, unnest(course.prerequisites) as needed join course as wanted on wanted.id = needed::uuid
            where course.id = ?1 and not exists
                (select 1 from enrollment where enrollment.learner = ?2 and enrollment.course_id = wanted.id
                    and enrollment.status = 'completed')
            order by 1
            """;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<CourseChanged> changed;

    /** A course as whoever enrols sees it. */
    record Offer(
            String code,
            String title,
            String status,
            @Nullable Integer capacity,
            int enrolled,
            CourseDates dates) {

        boolean isPublished() {
            return status.equals("published");
        }

        boolean isDraft() {
            return status.equals("draft");
        }

        boolean isFull() {
            return free() == 0;
        }

        int free() {
            return capacity == null ? Integer.MAX_VALUE : Math.max(0, capacity - enrolled);
        }
    }

    Optional<Offer> lock(CourseId course) {
        List<?> rows =
                entities.createNativeQuery(LOCK).setParameter(1, course.value()).getResultList();
        return rows.stream().findFirst().map(row -> {
            var columns = (Object[]) row;
            return new Offer(
                    (String) columns[0],
                    (String) columns[1],
                    (String) columns[2],
                    (Integer) columns[3],
                    (Integer) columns[4],
                    new CourseDates(
                            instant(columns[5]), instant(columns[6]), instant(columns[7]), instant(columns[8])));
        });
    }

    private static @Nullable Instant instant(@Nullable Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }

    /** Codes of the courses the learner has to complete before this one. */
    List<String> missingPrerequisites(CourseId course, String learner) {
        List<?> codes = entities.createNativeQuery(MISSING)
                .setParameter(1, course.value())
                .setParameter(2, learner)
                .getResultList();
        return codes.stream().map(String.class::cast).toList();
    }

    void take(CourseId course) {
        count(course, 1);
    }

    void giveBack(CourseId course) {
        count(course, -1);
    }

    private void count(CourseId course, int change) {
        entities.createNativeQuery("update course set enrolled = enrolled + ?1 where id = ?2")
                .setParameter(1, change)
                .setParameter(2, course.value())
                .executeUpdate();
        changed.fire(CourseChanged.figuresOf(course));
    }
}
