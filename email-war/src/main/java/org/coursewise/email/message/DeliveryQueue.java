package org.coursewise.email.message;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What this process will attempt next. It is a short-cut, not a store: a new message comes here straight from its
 * insertion, all else is fetched from the database, and whatever is lost here is found there.
 */
@Singleton
public final class DeliveryQueue {

    private static final int CAPACITY = 256;

    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>(CAPACITY);
    /** Waiting here or being attempted by this process. */
    private final Set<MessageId> inHand = ConcurrentHashMap.newKeySet();

    private final Semaphore ranDry = new Semaphore(0);

    @Inject
    public DeliveryQueue() {}

    /** Takes a message unless it is in hand already or there is no room. */
    public void offer(Message message) {
        if (inHand.add(message.id()) && !waiting.offer(message)) {
            inHand.remove(message.id());
        }
    }

    /** The next message, or null after the time-out. Whoever takes it calls {@link #done} in the end. */
    public @Nullable Message take(Duration timeout) throws InterruptedException {
        var message = waiting.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (message != null && waiting.isEmpty()) {
            ranDry.release();
        }
        return message;
    }

    public void done(Message message) {
        inHand.remove(message.id());
    }

    /** Waits until somebody takes the last message, or for the time-out. */
    public void awaitRanDry(Duration timeout) throws InterruptedException {
        if (ranDry.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            ranDry.drainPermits();
        }
    }

    public int room() {
        return waiting.remainingCapacity();
    }

    public List<MessageId> inHand() {
        return List.copyOf(inHand);
    }
}
