package org.coursewise.email.message;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.coursewise.email.settings.EmailSettings;
import org.jspecify.annotations.Nullable;

/**
 * What this process will attempt next: urgent messages before others, domains in turn, and of each no more at once and no
 * faster than its limits allow. It is a short-cut, not a store: a new message comes here straight from its insertion, all
 * else is fetched from the database, and whatever is lost here is found there.
 */
@Singleton
public final class DeliveryQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition dry = lock.newCondition();

    private final WaitingMessages urgent = new WaitingMessages();
    private final WaitingMessages others = new WaitingMessages();
    private final DomainLimits limits;
    /** Waiting here or being attempted by this process. */
    private final Set<MessageId> inHand = new HashSet<>();

    private boolean ranDry;
    private boolean mayBeMore;

    /**
     * What the database may be asked for.
     *
     * @param fullDomains of which there is enough here
     */
    public record Room(int size, Collection<String> fullDomains) {}

    @Inject
    public DeliveryQueue(EmailSettings settings) {
        this.limits = new DomainLimits(settings.domains());
    }

    /** Takes a message unless it is in hand already or there is no room. */
    public void offer(Message message) {
        lock.lock();
        try {
            if (inHand.contains(message.id())) {
                return;
            }
            if (waiting(message).add(message)) {
                inHand.add(message.id());
                changed.signal();
            } else {
                mayBeMore = true;
            }
        } finally {
            lock.unlock();
        }
    }

    /** The next message, or null after the time-out. Whoever takes it calls {@link #done} in the end. */
    public @Nullable Message take(Duration timeout) throws InterruptedException {
        var deadline = System.nanoTime() + timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (true) {
                var now = System.nanoTime();
                var message = next(now);
                if (message != null) {
                    limits.begin(message.content().domain(), now);
                    tellIfDryAfter(message);
                    return message;
                }
                if (mayBeMore) {
                    tellDry();
                }
                if (deadline - now <= 0) {
                    return null;
                }
                var isWaiting = !urgent.isEmpty() || !others.isEmpty();
                changed.awaitNanos(isWaiting ? Math.min(deadline - now, limits.patience()) : deadline - now);
            }
        } finally {
            lock.unlock();
        }
    }

    public void done(Message message) {
        lock.lock();
        try {
            inHand.remove(message.id());
            limits.end(message.content().domain());
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is reason to ask the database before the time is over: somebody has nothing to do, or nothing is
     * left here of a domain that may have more there.
     *
     * @param isMore whether the database may have more than there was room for
     */
    public void awaitRanDry(Duration timeout, boolean isMore) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            mayBeMore = isMore;
            var left = timeout.toNanos();
            while (!ranDry && left > 0) {
                left = dry.awaitNanos(left);
            }
            ranDry = false;
        } finally {
            lock.unlock();
        }
    }

    /** For urgent messages, or for others; of size 0 when there is enough to do. */
    public Room room(boolean isUrgent) {
        lock.lock();
        try {
            return (isUrgent ? urgent : others).room();
        } finally {
            lock.unlock();
        }
    }

    public List<MessageId> inHand() {
        lock.lock();
        try {
            return List.copyOf(inHand);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Message next(long now) {
        var first = urgent.next(domain -> limits.allows(domain, now));
        return first != null ? first : others.next(domain -> limits.allows(domain, now));
    }

    private void tellIfDryAfter(Message message) {
        var waiting = waiting(message);
        if (waiting.ranDry(message.content().domain()) || (mayBeMore && waiting.isNothingButLeftOut())) {
            tellDry();
        }
    }

    private void tellDry() {
        ranDry = true;
        dry.signal();
    }

    private WaitingMessages waiting(Message message) {
        return message.content().isUrgent() ? urgent : others;
    }
}
