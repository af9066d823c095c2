package org.coursewise.course.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coursewise.course.digest.DigestSubscriptions.Subscription;
import org.coursewise.course.recommendation.Suggestions;
import org.coursewise.course.recommendation.Suggestions.Suggestion;
import org.coursewise.course.settings.CourseSettings;
import org.coursewise.events.EventFactory;
import org.coursewise.events.outbox.Outbox;

/**
 * Has the mail sent to whoever is due: the command to email is said in the transaction that moves the time of the next one.
 * Its id follows from learner and week, and names no address: email knows it.
 */
@ApplicationScoped
class Digests {

    private static final System.Logger LOG = System.getLogger(Digests.class.getName());
    private static final String TOPIC = "email.command.v1";
    private static final String TYPE = "org.coursewise.email.command.send-requested";
    private static final String TEMPLATE = "recommendation-digest";
    private static final String DEFAULT_LOCALE = "en";
    private static final int COURSES = 5;
    private static final Duration AGAIN = Duration.ofHours(1);

    @Inject
    DigestSubscriptions subscriptions;

    @Inject
    Suggestions suggestions;

    @Inject
    Outbox outbox;

    @Inject
    EventFactory events;

    @Inject
    CourseSettings settings;

    @Inject
    Clock clock;

    /** On the wire. */
    record SendRequested(String userId, String template, String locale, Map<String, String> variables) {}

    /** @return whether somebody was due; then there may be another one */
    @Transactional
    boolean sendNext() {
        var due = subscriptions.takeDue(clock.instant());
        due.ifPresent(this::send);
        return due.isPresent();
    }

    private void send(Subscription due) {
        var learner = due.learner();
        var now = clock.instant();
        var locale = Objects.requireNonNullElse(due.locale(), DEFAULT_LOCALE);
        List<Suggestion> courses;
        try {
            courses = suggestions.of(learner, locale, COURSES);
        } catch (RuntimeException e) {
            // the others do not wait for it
            LOG.log(System.Logger.Level.WARNING, "The recommendations of one learner wait", e);
            subscriptions.goOn(learner, now.plus(AGAIN), due.lastMail());
            return;
        }
        var mail = settings.digestTimes().mailId(learner, now);
        var isSent = mail.equals(due.lastMail());
        // what a learner gets has a reason in themselves; who gives none gets no mail
        if (!courses.isEmpty() && !isSent) {
            var command = new SendRequested(learner, TEMPLATE, locale, variables(courses));
            outbox.append(TOPIC, events.event(mail, TYPE, learner, command));
            isSent = true;
        }
        subscriptions.goOn(learner, settings.digestTimes().next(learner, now), isSent ? mail : due.lastMail());
    }

    private Map<String, String> variables(List<Suggestion> courses) {
        var variables = new HashMap<String, String>();
        for (var i = 0; i < courses.size(); i++) {
            var course = courses.get(i);
            var name = "course" + (i + 1);
            variables.put(name + "Title", course.title());
            variables.put(name + "Url", settings.coursePage().of(course.courseId()));
            variables.put(name + "Reason", course.reason());
        }
        return variables;
    }
}
