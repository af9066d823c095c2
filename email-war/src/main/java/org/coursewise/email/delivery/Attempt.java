package org.coursewise.email.delivery;

import com.mongodb.MongoException;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.MessageStatus;
import org.coursewise.email.message.Messages;
import org.coursewise.email.settings.RetrySettings;
import org.coursewise.email.suppression.NoMailbox;
import org.coursewise.email.suppression.Suppressions;
import org.coursewise.trace.Span;

/**
 * One try at a message: claim it, mail it, write down what came of it. Between the SMTP server's 250 and the writing lies
 * the only moment in which a crash could make a second mail; {@link Receipts} are there to make it short.
 */
final class Attempt {

    private static final System.Logger LOG = System.getLogger(Attempt.class.getName());
    private static final Duration RECORD_AGAIN = Duration.ofMillis(250);

    private final Messages messages;
    private final Consent consent;
    private final Suppressions suppressions;
    private final MailComposer composer;
    private final BackOff backOff;
    private final RetrySettings retry;
    private final String owner;
    private final Clock clock;
    private final CountDownLatch stopped;
    private final Consumer<MessageStatus> outcomes;

    /**
     * @param stopped ends the waiting for a database that is gone
     * @param outcomes is told what became of the message, once for each attempt
     */
    Attempt(
            Messages messages,
            Consent consent,
            Suppressions suppressions,
            MailComposer composer,
            BackOff backOff,
            RetrySettings retry,
            String owner,
            Clock clock,
            CountDownLatch stopped,
            Consumer<MessageStatus> outcomes) {
        this.messages = messages;
        this.consent = consent;
        this.suppressions = suppressions;
        this.composer = composer;
        this.backOff = backOff;
        this.retry = retry;
        this.owner = owner;
        this.clock = clock;
        this.stopped = stopped;
        this.outcomes = outcomes;
    }

    /** Writes down what the process before this one sent and could not write down any more. */
    void settle(List<Receipts.Receipt> receipts) {
        for (var receipt : receipts) {
            messages.find(receipt.id())
                    .filter(message -> message.status() == MessageStatus.SENDING && receipt.isFor(message))
                    .map(message -> message.sent(clock.instant(), receipt.reply()))
                    .filter(messages::replace)
                    .ifPresent(sent -> {
                        LOG.log(System.Logger.Level.INFO, "Message {0} was sent before a crash", sent.id());
                        outcomes.accept(sent.status());
                    });
        }
    }

    /** @param place of the thread that calls */
    void make(Message message, SmtpConnection connection, Receipts.Place place) throws InterruptedException {
        var now = clock.instant();
        if (!message.isDue(now)) {
            return;
        }
        var claimed = message.claimed(owner, now, retry.lease());
        if (messages.claim(claimed, now)) {
            try (var span = Span.begin(
                            Span.Kind.CLIENT, "send " + claimed.content().template(), claimed.traceparent())
                    .with("coursewise.message.id", claimed.id().toString())
                    .with("coursewise.message.attempt", claimed.attempts())) {
                var outcome = outcome(claimed, connection);
                if (outcome instanceof Outcome.Accepted accepted) {
                    place.note(claimed, accepted.reply());
                }
                if (!(outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Unwanted)) {
                    span.fail(outcome.getClass().getSimpleName());
                }
                record(claimed, outcome);
            }
        }
    }

    private Outcome outcome(Message message, SmtpConnection connection) {
        if (message.attempts() > retry.maxAttempts()) {
            return new Outcome.Unmailable("Given up: each attempt ended without a result");
        }
        var objection = consent.objection(message.content());
        if (objection.isPresent()) {
            return new Outcome.Unwanted(objection.get());
        }
        try {
            return connection.send(composer.compose(message));
        } catch (UnmailableException e) {
            return new Outcome.Unmailable(e.reason());
        } catch (MessagingException e) {
            return new Outcome.Unmailable(SmtpReplies.oneLine(e.getMessage()));
        }
    }

    private Message after(Message message, Outcome outcome) {
        var now = clock.instant();
        if (outcome instanceof Outcome.Accepted accepted) {
            return message.sent(now, accepted.reply());
        }
        if (outcome instanceof Outcome.Refused refused) {
            return message.bounced(now, refused.reply());
        }
        if (outcome instanceof Outcome.Unwanted unwanted) {
            return message.suppressed(now, unwanted.reply());
        }
        if (outcome instanceof Outcome.NotNow notNow && !backOff.isExhausted(message.attempts())) {
            return message.deferred(now, notNow.reply(), now.plus(backOff.delay(message.attempts())));
        }
        return message.failed(now, outcome.reply());
    }

    /** A result that is not written down would be a second mail: it is tried as long as this process runs. */
    private void record(Message claimed, Outcome outcome) throws InterruptedException {
        var after = after(claimed, outcome);
        log(after);
        outcomes.accept(after.status());
        while (true) {
            try {
                if (!messages.replace(after)) {
                    recordOnChanged(claimed, outcome);
                }
                suppressIfThereIsNoMailbox(after, outcome);
                return;
            } catch (MongoException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Cannot write down that message {0} is {1}: {2}",
                        after.id(),
                        after.status().wire(),
                        e.getMessage());
                if (stopped.await(RECORD_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }
    }

    /** Something else was written meanwhile: our own words, whose answer got lost, or another's. */
    private void recordOnChanged(Message claimed, Outcome outcome) {
        var current = messages.find(claimed.id()).filter(message -> message.isLeasedBy(owner));
        if (current.isPresent()) {
            messages.replace(after(current.get(), outcome));
        }
    }

    /** Lost by a crash at this very moment, it is made up for by the next mail that bounces. */
    private void suppressIfThereIsNoMailbox(Message message, Outcome outcome) {
        var to = message.content().to();
        if (to != null && outcome instanceof Outcome.Refused refused && NoMailbox.isSaidBy(refused.reply())) {
            suppressions.add(to, refused.reply(), clock.instant());
        }
    }

    private static void log(Message message) {
        switch (message.status()) {
            case SENT -> LOG.log(System.Logger.Level.DEBUG, "Message {0} is sent", message.id());
            case SUPPRESSED ->
                LOG.log(System.Logger.Level.INFO, "Message {0} is suppressed: {1}", message.id(), message.lastReply());
            case DEFERRED ->
                LOG.log(
                        System.Logger.Level.INFO,
                        "Message {0} is deferred until {1}: {2}",
                        message.id(),
                        message.nextAttemptAt(),
                        message.lastReply());
            default ->
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Message {0} is {1}: {2}",
                        message.id(),
                        message.status().wire(),
                        message.lastReply());
        }
    }
}
