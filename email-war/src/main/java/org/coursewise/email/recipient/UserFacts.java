package org.coursewise.email.recipient;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.coursewise.email.erasure.Erasures;
import org.coursewise.email.message.ContentRules;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.message.MessageIntake;
import org.coursewise.email.message.Messages;
import org.coursewise.email.preference.Preferences;
import org.coursewise.email.suppression.Suppressions;
import org.coursewise.events.Event;
import org.coursewise.events.consumer.EventHandler;
import org.coursewise.events.consumer.UnprocessableEventException;
import org.coursewise.rest.idempotency.KeptAnswers;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What is done when auth tells of a user ({@code auth.user.v1}). Facts that mean nothing to mails are passed over. */
@Singleton
public final class UserFacts implements EventHandler {

    private static final String PREFIX = "org.coursewise.auth.user.";
    private static final String WELCOME = "welcome";

    private final Recipients recipients;
    private final Messages messages;
    private final ContentRules rules;
    private final MessageIntake intake;
    private final Erasures erasures;
    private final KeptAnswers answers;
    private final Preferences preferences;
    private final Suppressions suppressions;
    private final Clock clock;

    record User(
            @Nullable String userId,
            @Nullable String email,
            @Nullable String displayName,
            @Nullable String locale) {

        Recipient recipient() {
            if (userId == null || email == null || displayName == null || locale == null) {
                throw new UnprocessableEventException("userId, email, displayName and locale have to be there");
            }
            return new Recipient(userId, email, displayName, locale);
        }
    }

    record Deleted(@Nullable String userId) {}

    @Inject
    public UserFacts(
            Recipients recipients,
            Messages messages,
            ContentRules rules,
            MessageIntake intake,
            Erasures erasures,
            KeptAnswers answers,
            Preferences preferences,
            Suppressions suppressions,
            Clock clock) {
        this.recipients = recipients;
        this.messages = messages;
        this.rules = rules;
        this.intake = intake;
        this.erasures = erasures;
        this.answers = answers;
        this.preferences = preferences;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    @Override
    public void handle(Event fact) {
        switch (fact.type()) {
            case PREFIX + "registered", PREFIX + "updated" -> learn(fact);
            case PREFIX + "verified" -> welcome(learn(fact), fact);
            case PREFIX + "deleted" -> forget(fact);
            default -> {}
        }
    }

    private Recipient learn(Event fact) {
        var recipient = fact.data(User.class).recipient();
        recipients.learn(recipient, fact.time());
        preferences.tellAgain(recipient.userId());
        return recipient;
    }

    private void welcome(Recipient recipient, Event fact) {
        try {
            var content = rules.check(
                    recipient.email(),
                    recipient.userId(),
                    WELCOME,
                    recipient.locale(),
                    Map.of("displayName", recipient.displayName()),
                    Map.of());
            intake.accept(MessageId.derivedFrom(WELCOME + ":" + fact.id()), content);
        } catch (ProblemException e) {
            throw new UnprocessableEventException("No welcome can be sent: " + e.errors());
        }
    }

    private void forget(Event fact) {
        var userId = fact.data(Deleted.class).userId();
        if (userId == null) {
            throw new UnprocessableEventException("userId has to be there");
        }
        var theirs = erasures.begin(userId, fact.time(), recipients.addressesOf(userId, messages.addressesOf(userId)));
        // in milliseconds, as messages keep time, and not before one that was stored in the same
        var asOf = fact.time().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        messages.forgetRecipient(userId, theirs, asOf);
        recipients.forget(userId, fact.time());
        answers.forget(userId);
        preferences.forget(userId);
        suppressions.forget(theirs);
        erasures.end(userId, clock.instant());
    }
}
