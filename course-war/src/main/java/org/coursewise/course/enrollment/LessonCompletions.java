package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.curriculum.LessonId;
import org.coursewise.postgres.Sql;

/** Which lessons were done in an enrolment. */
@ApplicationScoped
class LessonCompletions {

    private static final String IS_OF_COURSE = """
            select 1 from lesson join section on section.id = section_id where lesson.id = ? and course_id = ?
            """;

    private static final String ADD = """
            insert into lesson_completion (enrollment_id, lesson_id, completed_at) values (?, ?, ?)
            on conflict (enrollment_id, lesson_id) do nothing
            """;

    private static final String PROGRESS = """
            select count(lesson_completion.lesson_id), count(*) from section join lesson on section_id = section.id
            left join lesson_completion on lesson_id = lesson.id and enrollment_id = ?
            where course_id = ?
            """;

    private static final String FORGET = """
            delete from lesson_completion using enrollment where enrollment_id = enrollment.id and learner = ?
            """;

    @Inject
    Sql sql;

    boolean isOfCourse(LessonId lesson, CourseId course) {
        return !sql.query(IS_OF_COURSE, row -> true, lesson.value(), course.value())
                .isEmpty();
    }

    /** One that was done before stays as it was. */
    void add(EnrollmentId enrollment, LessonId lesson, Instant now) {
        sql.update(ADD, enrollment.value(), lesson.value(), now);
    }

    /** Of the lessons that the course has now. */
    Progress progress(EnrollmentId enrollment, CourseId course) {
        return sql.query(PROGRESS, row -> Progress.of(row.getInt(1), row.getInt(2)), enrollment.value(), course.value())
                .get(0);
    }

    void forget(String learner) {
        sql.update(FORGET, learner);
    }
}
