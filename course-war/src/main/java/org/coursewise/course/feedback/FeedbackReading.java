package org.coursewise.course.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.course.feedback.FeedbackResource.FeedbackEvent;
import org.coursewise.course.learner.LearnerLinks;
import org.coursewise.course.recommendation.RecommendationId;
import org.coursewise.course.settings.CourseSettings;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.problem.FieldError;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Looks at what clients tell, and at who it is about. */
@ApplicationScoped
class FeedbackReading {

    /** How long somebody may take over an answer. */
    private static final Duration OF_USE = Duration.ofDays(30);

    /** As far as the clock of a client may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    @Inject
    Sql sql;

    @Inject
    Caller caller;

    @Inject
    LearnerLinks links;

    @Inject
    Erasures erasures;

    @Inject
    CourseSettings settings;

    @Inject
    Clock clock;

    /**
     * What happened, as it is kept.
     *
     * @param recommendation of the answer, null for a course that was found otherwise
     * @param answeredAt when that answer was given
     */
    record Read(
            String learner,
            String courseId,
            String type,
            @Nullable String recommendation,
            @Nullable String modelVersion,
            @Nullable Instant answeredAt,
            Instant at) {}

    /** @throws ProblemException 400 naming all that is wrong */
    List<Read> read(List<FeedbackEvent> events) {
        var courses = known(events);
        var accounts = new HashMap<String, String>();
        var wrong = new ArrayList<FieldError>();
        var read = new ArrayList<Read>();
        for (var i = 0; i < events.size(); i++) {
            var prefix = "events[" + i + "].";
            read.add(read(
                    events.get(i),
                    courses,
                    accounts,
                    (field, message) -> wrong.add(new FieldError(prefix + field, message))));
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalidInput(wrong);
        }
        return read;
    }

    private Read read(
            FeedbackEvent event,
            Set<String> courses,
            Map<String, String> accounts,
            BiConsumer<String, String> complain) {
        var now = clock.instant();
        var at = Objects.requireNonNullElse(event.at(), now);
        if (at.isAfter(now.plus(AHEAD))) {
            complain.accept("at", "must not be in the future");
        } else if (at.isBefore(FIRST)) {
            complain.accept("at", "must not be before 2000");
        }
        var course = CourseId.parse(event.courseId()).map(CourseId::toString).orElse("");
        if (!courses.contains(course)) {
            complain.accept("courseId", "must name a course");
        }
        var id = event.recommendationId() == null
                ? null
                : RecommendationId.opened(event.recommendationId(), settings.dataKeys())
                        .orElse(null);
        if (event.recommendationId() != null && id == null) {
            complain.accept("recommendationId", "must be that of an answer");
        }
        var learner = learner(event.learner(), accounts, complain);
        // of an answer to somebody else, or of another time, nothing is counted
        var own = id != null && id.isFor(learner) && isOfItsTime(at, id) ? id : null;
        return new Read(
                learner,
                course,
                event.type(),
                own == null ? null : own.id().toString(),
                own == null ? null : own.modelVersion(),
                own == null ? null : own.at(),
                at);
    }

    private static boolean isOfItsTime(Instant at, RecommendationId id) {
        return !at.isBefore(id.at().minus(AHEAD)) && at.isBefore(id.at().plus(OF_USE));
    }

    private String learner(@Nullable String named, Map<String, String> accounts, BiConsumer<String, String> complain) {
        if (caller.hasRole("learning:write")) {
            if (named == null || named.isBlank()) {
                complain.accept("learner", "must name the learner");
                return "";
            }
            var account = accounts.computeIfAbsent(named.strip(), links::accountOf);
            if (erasures.holdsErased(account)) {
                complain.accept("learner", "was erased");
            }
            return account;
        }
        if (named != null && !named.equals(caller.id())) {
            complain.accept("learner", "is for machine clients; yours is in your token");
        }
        return caller.id();
    }

    private Set<String> known(List<FeedbackEvent> events) {
        var ids = new HashSet<String>();
        events.forEach(event -> CourseId.parse(event.courseId()).ifPresent(id -> ids.add(id.toString())));
        return new HashSet<>(sql.query(
                "select id::text from course where id = any (?::uuid[]) and published_at is not null",
                row -> row.getString(1),
                "{" + String.join(",", ids) + "}"));
    }
}
