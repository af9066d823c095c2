package org.coursewise.email.message;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.coursewise.email.erasure.Erasures;
import org.coursewise.trace.TraceContext;

/** Where messages come in. When this returns, the message is stored, and its first attempt is about to begin. */
@Singleton
public final class MessageIntake {

    private final Messages messages;
    private final DeliveryQueue queue;
    private final Erasures erasures;
    private final Clock clock;

    @Inject
    public MessageIntake(Messages messages, DeliveryQueue queue, Erasures erasures, Clock clock) {
        this.messages = messages;
        this.queue = queue;
        this.erasures = erasures;
        this.clock = clock;
    }

    /**
     * Stores a message and hands it on; one whose id is known already is left as it is. What comes late
     * for somebody who was deleted is not sent, and no more is kept of it than that it came.
     */
    public Message accept(MessageId id, Content content) {
        var message = Message.queued(id, content, clock.instant(), TraceContext.currentTraceparent());
        var isNew = messages.add(message);
        // asked after it is stored: an erasure that begins now finds the message, one that began before is seen here
        if (content.userId() != null && erasures.isErased(content.userId())) {
            messages.forgetRecipient(content.userId(), Set.of(), clock.instant());
        } else if (isNew) {
            queue.offer(message);
        }
        return message;
    }

    /** Queues a message again; nothing when it took another step meanwhile. */
    Optional<Message> retry(Message message) {
        var retried = message.retried(clock.instant());
        if (!messages.replace(retried)) {
            return Optional.empty();
        }
        queue.offer(retried);
        return Optional.of(retried);
    }
}
