package org.coursewise.email.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one recipient, from the request to the SMTP server's last word. It never changes: each step makes the next
 * state, and {@link Messages} stores that only if nobody else took a step meanwhile.
 *
 * <pre>
 * queued ──▶ sending ──▶ sent ──▶ bounced
 *    ▲        │  ▲ ├──▶ bounced ──┐
 *    │        │  │ ├──▶ suppressed┤
 *    │        ▼  │ └──▶ failed ───┤
 *    │      deferred ─────────────┤
 *    └────────── retried ◀────────┘
 * </pre>
 *
 * @param attempts begun since it was queued
 * @param nextAttemptAt when it is due; while sending, when the attempt's lease ends; null when nothing is to be done
 * @param leasedBy the process that is sending it
 * @param history the oldest first, never empty
 * @param traceparent W3C trace context of the request or record that asked for it, which each attempt works for
 * @param version one more with each step
 */
public record Message(
        MessageId id,
        Content content,
        MessageStatus status,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String leasedBy,
        List<StatusChange> history,
        @Nullable String traceparent,
        long version) {

    private static final Set<MessageStatus> WAITING = EnumSet.of(MessageStatus.QUEUED, MessageStatus.DEFERRED);
    private static final Set<MessageStatus> RETRIABLE =
            EnumSet.of(MessageStatus.DEFERRED, MessageStatus.BOUNCED, MessageStatus.SUPPRESSED, MessageStatus.FAILED);

    /** Of an SMTP reply: its code, and its enhanced code where it has one. */
    private static final Pattern REPLY_CODES = Pattern.compile("[2-5]\\d\\d(?: [245]\\.\\d{1,3}\\.\\d{1,3})?");

    public Message {
        history = List.copyOf(history);
    }

    public static Message queued(MessageId id, Content content, Instant now, @Nullable String traceparent) {
        return new Message(
                id,
                content,
                MessageStatus.QUEUED,
                0,
                now,
                null,
                List.of(new StatusChange(MessageStatus.QUEUED, now, null)),
                traceparent,
                1);
    }

    /** An attempt begins; also one in place of an attempt whose process died. */
    public Message claimed(String owner, Instant now, Duration lease) {
        require(WAITING.contains(status) || (status == MessageStatus.SENDING && isDue(now)), MessageStatus.SENDING);
        return next(content, MessageStatus.SENDING, attempts + 1, now.plus(lease), owner, now, null);
    }

    public Message sent(Instant now, String reply) {
        require(status == MessageStatus.SENDING, MessageStatus.SENT);
        return next(content.withoutSecrets(), MessageStatus.SENT, attempts, null, null, now, reply);
    }

    public Message deferred(Instant now, String reply, Instant nextAttempt) {
        require(status == MessageStatus.SENDING, MessageStatus.DEFERRED);
        return next(content, MessageStatus.DEFERRED, attempts, nextAttempt, null, now, reply);
    }

    /** The sealed variables stay for a while, for {@link #retried}; {@link Messages#forgetSecrets} takes them later. */
    public Message bounced(Instant now, String reply) {
        require(status == MessageStatus.SENDING, MessageStatus.BOUNCED);
        return next(content, MessageStatus.BOUNCED, attempts, null, null, now, reply);
    }

    /** It was sent, and another mail system said later that it could not be delivered. */
    public Message returned(Instant now, String report) {
        require(status == MessageStatus.SENT, MessageStatus.BOUNCED);
        return next(content, MessageStatus.BOUNCED, attempts, null, null, now, report);
    }

    /** The recipient does not want it, or must not get it. As {@link #bounced}. */
    public Message suppressed(Instant now, String reason) {
        require(status == MessageStatus.SENDING, MessageStatus.SUPPRESSED);
        return next(content, MessageStatus.SUPPRESSED, attempts, null, null, now, reason);
    }

    /** As {@link #bounced}. */
    public Message failed(Instant now, String reply) {
        require(status == MessageStatus.SENDING, MessageStatus.FAILED);
        return next(content, MessageStatus.FAILED, attempts, null, null, now, reply);
    }

    /** Someone asked for another try, at once and with attempts counted anew. */
    public Message retried(Instant now) {
        require(isRetriable(), MessageStatus.QUEUED);
        return next(content, MessageStatus.QUEUED, 0, now, null, now, null);
    }

    /**
     * Whom it was for and what it said is forgotten; what had still to be sent is given up. That there was a message, when,
     * and what became of it stays: of what the SMTP server said, which may name the address, the codes.
     */
    Message anonymous(Instant now, String reason) {
        var steps = new ArrayList<StatusChange>();
        history.forEach(change -> steps.add(new StatusChange(change.status(), change.at(), codes(change.reply()))));
        var isOpen = nextAttemptAt != null;
        if (isOpen) {
            steps.add(new StatusChange(MessageStatus.FAILED, now, reason));
        }
        return new Message(
                id,
                content.anonymous(),
                isOpen ? MessageStatus.FAILED : status,
                attempts,
                null,
                null,
                steps,
                traceparent,
                version + 1);
    }

    /** Of what the SMTP server said, what names nobody. */
    public static @Nullable String codes(@Nullable String reply) {
        if (reply == null) {
            return null;
        }
        var codes = REPLY_CODES.matcher(reply);
        return codes.lookingAt() ? codes.group() : null;
    }

    public boolean isRetriable() {
        return RETRIABLE.contains(status);
    }

    public boolean isDue(Instant now) {
        return nextAttemptAt != null && !nextAttemptAt.isAfter(now);
    }

    public boolean isLeasedBy(String owner) {
        return status == MessageStatus.SENDING && owner.equals(leasedBy);
    }

    public Instant createdAt() {
        return history.get(0).at();
    }

    public @Nullable Instant sentAt() {
        return status == MessageStatus.SENT ? last().at() : null;
    }

    /** What was said of the last attempt that has ended. */
    public @Nullable String lastReply() {
        for (var i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).reply() != null) {
                return history.get(i).reply();
            }
        }
        return null;
    }

    private StatusChange last() {
        return history.get(history.size() - 1);
    }

    private Message next(
            Content newContent,
            MessageStatus newStatus,
            int newAttempts,
            @Nullable Instant nextAttempt,
            @Nullable String owner,
            Instant now,
            @Nullable String reply) {
        var longer = new ArrayList<>(history);
        longer.add(new StatusChange(newStatus, now, reply));
        return new Message(
                id, newContent, newStatus, newAttempts, nextAttempt, owner, longer, traceparent, version + 1);
    }

    private void require(boolean allowed, MessageStatus next) {
        if (!allowed) {
            throw new IllegalStateException("Message " + id + " is " + status + " and cannot become " + next);
        }
    }
}
