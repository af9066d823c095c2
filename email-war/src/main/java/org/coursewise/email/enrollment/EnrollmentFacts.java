package org.coursewise.email.enrollment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.coursewise.email.message.ContentRules;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.message.MessageIntake;
import org.coursewise.email.recipient.Recipient;
import org.coursewise.email.recipient.Recipients;
import org.coursewise.events.Event;
import org.coursewise.events.consumer.EventHandler;
import org.coursewise.events.consumer.UnprocessableEventException;
import org.coursewise.rest.id.Uuids;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What is done when course tells of an enrolment ({@code course.enrollment.v1}): whoever got a seat is told so, at once or
 * after waiting, whoever waits for one, and whoever completed the course. Learners that only an import knows have no
 * address; whole imports are nobody's mail.
 */
@Singleton
public final class EnrollmentFacts implements EventHandler {

    private static final String CREATED = "org.coursewise.course.enrollment.created";
    private static final String COMPLETED = "org.coursewise.course.enrollment.completed";
    /** The mail, by how the learner stands to the course; each is said in a fact of its own. */
    private static final Map<String, String> TEMPLATES =
            Map.of("active", "enrollment-confirmation", "waiting", "waiting-list");

    private final Recipients recipients;
    private final ContentRules rules;
    private final MessageIntake intake;

    record Enrollment(
            @Nullable String learnerId,
            @Nullable String courseTitle,
            @Nullable String status,
            @Nullable String certificateUrl) {}

    @Inject
    public EnrollmentFacts(Recipients recipients, ContentRules rules, MessageIntake intake) {
        this.recipients = recipients;
        this.rules = rules;
        this.intake = intake;
    }

    @Override
    public void handle(Event fact) {
        switch (fact.type()) {
            case CREATED -> confirm(fact, fact.data(Enrollment.class));
            case COMPLETED -> congratulate(fact, fact.data(Enrollment.class));
            default -> {}
        }
    }

    private void confirm(Event fact, Enrollment enrollment) {
        var template = enrollment.status() == null ? null : TEMPLATES.get(enrollment.status());
        if (template != null) {
            tell(fact, enrollment, template, Map.of());
        }
    }

    private void congratulate(Event fact, Enrollment enrollment) {
        if (enrollment.certificateUrl() == null) {
            throw new UnprocessableEventException("certificateUrl has to be there");
        }
        tell(fact, enrollment, "course-completed", Map.of("certificateUrl", enrollment.certificateUrl()));
    }

    private void tell(Event fact, Enrollment enrollment, String template, Map<String, String> more) {
        if (enrollment.learnerId() == null || enrollment.courseTitle() == null) {
            throw new UnprocessableEventException("learnerId and courseTitle have to be there");
        }
        if (!isUser(enrollment.learnerId())) {
            return;
        }
        var recipient = recipients.addressed(enrollment.learnerId());
        if (recipient.isEmpty()) {
            return;
        }
        var variables = new HashMap<>(more);
        variables.put("displayName", recipient.get().displayName());
        variables.put("courseTitle", enrollment.courseTitle());
        send(fact, recipient.get(), template, variables);
    }

    private void send(Event fact, Recipient recipient, String template, Map<String, String> variables) {
        try {
            var content = rules.check(
                    recipient.email(), recipient.userId(), template, recipient.locale(), variables, Map.of());
            intake.accept(MessageId.derivedFrom(template + ":" + fact.id()), content);
        } catch (ProblemException e) {
            throw new UnprocessableEventException("No mail can be made of it: " + e.errors());
        }
    }

    private static boolean isUser(String learnerId) {
        // whoever an import knows may have any name; a user's id is in lower case
        return Uuids.parse(learnerId)
                .map(UUID::toString)
                .filter(learnerId::equals)
                .isPresent();
    }
}
