package org.coursewise.course.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.coursewise.course.enrollment.Enrolled;
import org.coursewise.course.figures.CourseChosen;
import org.coursewise.course.figures.Figure;
import org.coursewise.course.figures.FigureCounted;
import org.coursewise.postgres.Sql;

/**
 * Counts an enrolment for the model whose answer the learner opened the course from, or saw it in, in the month before: once,
 * however often a place is given up and taken again.
 */
@ApplicationScoped
class Attribution {

    private static final String LED_BY = """
            with led as (select learner, course_id, type, bool_or(is_attributed) over () as is_counted from feedback
                where learner = ? and course_id = ? and model_version is not null and at > now() - interval '30 days'
                order by type = 'click' desc, at desc limit 1)
            update feedback set is_attributed = true from led
            where not is_counted and feedback.learner = led.learner and feedback.course_id = led.course_id
                and feedback.type = led.type
            returning model_version
            """;

    @Inject
    Sql sql;

    @Inject
    Event<FigureCounted> counted;

    @Inject
    Event<CourseChosen> chosen;

    void count(@Observes Enrolled enrolled) {
        sql.query(
                        LED_BY,
                        row -> row.getString(1),
                        enrolled.learner(),
                        enrolled.course().value())
                .forEach(model -> {
                    counted.fire(new FigureCounted(model, Figure.ENROLLMENTS));
                    chosen.fire(new CourseChosen(
                            enrolled.learner(), enrolled.course().toString(), true));
                });
    }
}
