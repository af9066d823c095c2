package org.coursewise.localstack.process;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts parts in parallel, each as soon as those it needs are ready, and stops them the other way round. It reports a
 * crash but draws no conclusion: on a terminal the whole stack stops then, in a test of faults it goes on.
 */
public final class Supervisor {

    /** For all parts together, whatever each would like. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(18);

    private final Map<String, Supervised> parts = new LinkedHashMap<>();
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private final Clock clock;

    /** @param parts in an order where each comes after those it needs */
    public Supervisor(List<Part> parts, Path runs, Path logs, StackListener listener, Clock clock) {
        this.clock = clock;
        for (var part : parts) {
            if (!this.parts.keySet().containsAll(part.needs())) {
                throw new IllegalArgumentException(part.name() + " needs " + part.needs() + ", which come before it");
            }
            this.parts.put(part.name(), new Supervised(part, runs, logs, listener, clock, stopRequested));
        }
    }

    /**
     * Returns when every part is ready.
     *
     * @throws StartFailedException for the first that is not; the others are left as they are, to be stopped
     */
    public void start() {
        var ready = new LinkedHashMap<String, CompletableFuture<Void>>();
        var firstFailure = new CompletableFuture<Void>();
        parts.forEach((name, supervised) -> {
            var needed = supervised.part().needs().stream().map(ready::get).toArray(CompletableFuture[]::new);
            ready.put(
                    name, CompletableFuture.allOf(needed).thenRunAsync(() -> start(supervised, firstFailure), threads));
        });
        var all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, firstFailure).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartFailedException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static void start(Supervised supervised, CompletableFuture<Void> firstFailure) {
        try {
            supervised.start();
        } catch (RuntimeException e) {
            firstFailure.completeExceptionally(e);
            throw e;
        }
    }

    /** Stops all parts, those that nobody needs first. A second caller waits for the first to finish. */
    public void stop() {
        synchronized (this) {
            if (stopRequested.getCount() == 0) {
                awaitStopped();
                return;
            }
            stopRequested.countDown();
        }
        try {
            var deadline = clock.instant().plus(STOP_WITHIN);
            var left = new ArrayList<>(parts.values());
            while (!left.isEmpty()) {
                var unneeded =
                        left.stream().filter(part -> isUnneeded(part, left)).toList();
                stopTogether(unneeded, deadline);
                left.removeAll(unneeded);
            }
        } finally {
            threads.shutdown();
            stopped.countDown();
        }
    }

    public void kill(String part) {
        supervised(part).running().kill();
    }

    /** SIGSTOP: it keeps its connections and answers nothing. */
    public void freeze(String part) {
        supervised(part).running().freeze();
    }

    public void thaw(String part) {
        supervised(part).running().thaw();
    }

    public void stop(String part) {
        supervised(part).stop(STOP_WITHIN);
    }

    /** Stops the part if it runs, starts it again and returns when it is ready. */
    public void restart(String part) {
        stop(part);
        supervised(part).start();
    }

    public boolean isRunning(String part) {
        return supervised(part).isRunning();
    }

    /** Processor time that a part has used since its start. */
    public Duration processorTime(String part) {
        return supervised(part).running().processorTime();
    }

    public long residentMemory(String part) {
        return supervised(part).running().residentMemory();
    }

    /** The last lines of a part's output. */
    public List<String> lastLines(String part) {
        return supervised(part).log().lastLines();
    }

    private Supervised supervised(String part) {
        var supervised = parts.get(part);
        if (supervised == null) {
            throw new IllegalArgumentException("No part is called " + part + "; there are " + parts.keySet());
        }
        return supervised;
    }

    private static boolean isUnneeded(Supervised part, List<Supervised> others) {
        return others.stream()
                .noneMatch(other -> other.part().needs().contains(part.part().name()));
    }

    private void stopTogether(List<Supervised> together, Instant deadline) {
        var stops = together.stream()
                .map(part -> CompletableFuture.runAsync(() -> part.stop(left(deadline)), threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(stops).join();
    }

    private Duration left(Instant deadline) {
        var left = Duration.between(clock.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void awaitStopped() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
