package org.coursewise.systemtests;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** How many requests of each kind were answered as they should be, how many were put off, and what came of the others. */
final class Tally {

    private static final Set<Integer> PUT_OFF = Set.of(503, 507);

    private final Duration deadline;
    private final Map<String, AtomicInteger> right = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> putOff = new ConcurrentSkipListMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> slowest = new ConcurrentSkipListMap<>();
    private final AtomicLong lastPutOff = new AtomicLong(System.nanoTime());

    /** @param deadline within which each answer has to come, right or not */
    Tally(Duration deadline) {
        this.deadline = deadline;
    }

    /** What somebody was told, and the status that is right. */
    record Told(Api.Answer answer, int expected) {

        boolean isRight() {
            return answer.status() == expected;
        }

        /** A problem document with a time to come back. */
        boolean isPutOff() {
            return PUT_OFF.contains(answer.status())
                    && answer.header("Content-Type").startsWith("application/problem+json")
                    && !answer.problem().isEmpty()
                    && answer.header("Retry-After").matches("\\d+");
        }
    }

    /** Makes a request, and keeps what came of it. */
    void take(String kind, Supplier<Told> request) {
        var begun = System.nanoTime();
        var odd = "";
        try {
            odd = odd(kind, request.get());
        } catch (RuntimeException e) {
            odd = e.toString();
        }
        var millis = (System.nanoTime() - begun) / 1_000_000;
        slowest.merge(kind, millis, Math::max);
        if (!odd.isEmpty() || millis > deadline.toMillis()) {
            wrong.add("%s, after %d ms: %s".formatted(kind, millis, odd));
        }
    }

    private String odd(String kind, Told told) {
        var answer = told.answer();
        if (told.isRight()) {
            count(right, kind);
            return "";
        }
        if (told.isPutOff()) {
            lastPutOff.set(System.nanoTime());
            count(putOff, kind + " " + answer.status());
            return "";
        }
        return "%d, Retry-After %s, %s".formatted(answer.status(), answer.header("Retry-After"), answer.body());
    }

    /** Answers that were neither right nor put the request off, or came too late, and requests without one. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    int right() {
        return total(right);
    }

    int putOff() {
        return total(putOff);
    }

    /** Waits until nobody has been put off for this long; the milliseconds from now until the last one was. */
    long millisUntilCalm(Duration calm, Duration atMost) {
        var since = System.nanoTime();
        Awaitility.await("nobody is put off")
                .atMost(atMost)
                .until(() -> System.nanoTime() - lastPutOff.get() > calm.toNanos());
        return Math.max(0, (System.nanoTime() - since) / 1_000_000 - calm.toMillis());
    }

    private static void count(Map<String, AtomicInteger> counts, String kind) {
        counts.computeIfAbsent(kind, none -> new AtomicInteger()).incrementAndGet();
    }

    private static int total(Map<String, AtomicInteger> counts) {
        return counts.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public String toString() {
        return "right %s; put off %s; neither %d; slowest answers in ms %s"
                .formatted(right, putOff, wrong.size(), slowest);
    }
}
