package org.coursewise.email.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Messages of one urgency, each domain in its turn. A domain has at most as much room as is still free, so that however many
 * wait for a dead one, others get in. Its owner lets one thread in at a time.
 */
final class WaitingMessages {

    private static final int CAPACITY = 512;
    /** Less is not worth a question to the database, as long as there is something to do. */
    private static final int WORTH_FETCHING = CAPACITY / 8;

    private final Map<String, Deque<Message>> byDomain = new LinkedHashMap<>();
    /** Those that nothing was fetched for lately, because much of them was here. */
    private final Set<String> leftOut = new HashSet<>();

    private int size;

    /** @return false when there is no room for it */
    boolean add(Message message) {
        var domain = message.content().domain();
        if (isFull(domain)) {
            return false;
        }
        byDomain.computeIfAbsent(domain, key -> new ArrayDeque<>()).add(message);
        size++;
        return true;
    }

    /** The first message of the domain that has waited longest for its turn among those allowed. */
    @Nullable
    Message next(Predicate<String> allowed) {
        for (var domain : byDomain.keySet()) {
            if (allowed.test(domain)) {
                return next(domain);
            }
        }
        return null;
    }

    private @Nullable Message next(String domain) {
        var messages = byDomain.remove(domain);
        if (messages == null) {
            return null;
        }
        var message = messages.poll();
        size--;
        if (!messages.isEmpty()) {
            byDomain.put(domain, messages);
        }
        return message;
    }

    /** What to fetch now. */
    DeliveryQueue.Room room() {
        var free = CAPACITY - size;
        if (free < WORTH_FETCHING && !isNothingButLeftOut()) {
            return new DeliveryQueue.Room(0, Set.of());
        }
        leftOut.clear();
        byDomain.keySet().stream().filter(this::isFull).forEach(leftOut::add);
        return new DeliveryQueue.Room(free, Set.copyOf(leftOut));
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isNothingButLeftOut() {
        return leftOut.containsAll(byDomain.keySet());
    }

    /** Whether nothing is left here of a domain that was left out; says so once. */
    boolean ranDry(String domain) {
        return !byDomain.containsKey(domain) && leftOut.remove(domain);
    }

    private boolean isFull(String domain) {
        var messages = byDomain.get(domain);
        return (messages == null ? 0 : messages.size()) >= CAPACITY - size;
    }
}
