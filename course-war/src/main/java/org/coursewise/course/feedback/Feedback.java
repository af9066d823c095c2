package org.coursewise.course.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.course.feedback.FeedbackReading.Read;
import org.coursewise.course.feedback.FeedbackResource.FeedbackEvent;
import org.coursewise.course.figures.CourseChosen;
import org.coursewise.course.figures.Figure;
import org.coursewise.course.figures.FigureCounted;
import org.coursewise.course.learner.LearnerLinks;
import org.coursewise.course.learner.LearningChanged;
import org.coursewise.course.telemetry.TelemetrySaid;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.json.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * Takes what learners did. Of each kind the last time is kept for a learner and course, with the last answer that it came
 * from, and is counted for that answer's model when the answer is newer than the one before: two answers that take turns
 * count twice.
 */
@ApplicationScoped
class Feedback {

    private static final String EVENTS = """
            from jsonb_to_recordset(?::jsonb) as event(learner text, "courseId" uuid, type text, recommendation uuid,
                "modelVersion" text, "answeredAt" timestamptz, at timestamptz)
            """;

    private static final String NOTE = """
            insert into feedback (learner, course_id, type, recommendation, model_version, answered_at, at)
            select learner, "courseId", type, recommendation, "modelVersion", "answeredAt", at
            """ + EVENTS + """
            where type <> 'dismiss'
            on conflict (learner, course_id, type) do update
                set recommendation = coalesce(excluded.recommendation, feedback.recommendation),
                    model_version = coalesce(excluded.model_version, feedback.model_version), at = excluded.at,
                    answered_at = greatest(excluded.answered_at, feedback.answered_at),
                    times = feedback.times + case when excluded.answered_at > feedback.answered_at then 1 else 0 end
                where excluded.at > feedback.at
            returning learner, course_id::text as course_id, type,
                case when new.answered_at > coalesce(old.answered_at, '-infinity') then new.model_version end as counted_for,
                new.is_ignored and not coalesce(old.is_ignored, false) as is_news
            """;

    /** Whoever opened a course begins anew with it. */
    private static final String OPENED = """
            with opened as (update feedback set times = 0 from (select * %s) as event
                where feedback.type = 'impression' and event.type = 'click' and feedback.times > 0
                    and feedback.learner = event.learner and feedback.course_id = event."courseId"
                returning feedback.learner, old.is_ignored as was_ignored)
            select distinct learner from opened where was_ignored
            """.formatted(EVENTS);

    /** As triggers tell of dismissals; most feedback changes no list. */
    private static final String TELL =
            "insert into recommendation_change (kind, learners) values ('learner', learner_group(?))";

    private static final String DISMISS = """
            with news as (insert into dismissal (learner, course_id, at) select learner, "courseId", at
            """ + EVENTS + """
                where type = 'dismiss' on conflict (learner, course_id) do nothing returning learner, course_id)
            select news.learner, event."modelVersion" as model_version from news join (select * %s) as event
                on event.learner = news.learner and event."courseId" = news.course_id and event.type = 'dismiss'
            """.formatted(EVENTS);

    @Inject
    Sql sql;

    @Inject
    FeedbackReading reading;

    @Inject
    Erasures erasures;

    @Inject
    Event<FigureCounted> counted;

    @Inject
    Event<CourseChosen> chosen;

    @Inject
    Event<TelemetrySaid> said;

    @Inject
    Event<LearningChanged> changed;

    /** On the wire to whoever listens. */
    record Told(
            String learnerId,
            String courseId,
            String type,
            @Nullable String recommendationId,
            String at) {}

    /** @throws org.coursewise.rest.problem.ProblemException 400 for what cannot be taken, 404 for who was erased */
    @Transactional
    void take(List<FeedbackEvent> events) {
        // in the order of an erasure, so that neither it nor a link comes between looking whose it is and writing it
        sql.query(Erasures.shareLock(), row -> true);
        sql.query(LearnerLinks.HOLD, row -> true);
        var read = distinct(reading.read(events));
        read.stream().map(Read::learner).distinct().sorted().forEach(erasures::demandNotErased);
        var json = StrictJson.mapper().writeValueAsString(read);
        var moved = new TreeSet<String>();
        sql.query(
                NOTE,
                row -> {
                    var model = row.getString("counted_for");
                    var isClick = row.getString("type").equals("click");
                    count(model, isClick ? Figure.CLICKS : Figure.IMPRESSIONS);
                    if (isClick && model != null) {
                        chosen.fire(new CourseChosen(row.getString("learner"), row.getString("course_id"), false));
                    }
                    if (row.getBoolean("is_news")) {
                        moved.add(row.getString("learner"));
                    }
                    return true;
                },
                json);
        moved.addAll(sql.query(OPENED, row -> row.getString("learner"), json));
        moved.forEach(learner -> sql.update(TELL, learner));
        moved.addAll(sql.query(
                DISMISS,
                row -> {
                    count(row.getString("model_version"), Figure.DISMISSALS);
                    return row.getString("learner");
                },
                json,
                json));
        moved.forEach(learner -> changed.fire(new LearningChanged(learner)));
        read.forEach(event -> said.fire(new TelemetrySaid(
                "feedback",
                event.learner(),
                new Told(
                        event.learner(),
                        event.courseId(),
                        event.type(),
                        event.recommendation(),
                        event.at().toString()))));
    }

    private void count(@Nullable String model, Figure figure) {
        if (model != null) {
            counted.fire(new FigureCounted(model, figure));
        }
    }

    /** The last of each kind, in the order in which everybody writes them. */
    private static List<Read> distinct(List<Read> events) {
        var last = new TreeMap<String, Read>();
        events.forEach(event -> last.merge(
                String.join("\n", event.learner(), event.courseId(), event.type()),
                event,
                (one, other) -> other.at().isBefore(one.at()) ? one : other));
        return List.copyOf(last.values());
    }
}
