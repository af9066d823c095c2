package org.coursewise.localstack.process;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A part and the process that plays it now. */
final class Supervised {

    private static final long PROBE_MILLIS = 150;
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final Part part;
    private final PidFile note;
    private final ChildLog log;
    private final StackListener listener;
    private final Clock clock;
    private final CountDownLatch stopRequested;
    private volatile @Nullable ChildProcess process;

    Supervised(Part part, Path runs, Path logs, StackListener listener, Clock clock, CountDownLatch stopRequested) {
        this.part = part;
        this.note = new PidFile(runs, part.name());
        this.log = new ChildLog(logs.resolve(part.name() + ".log"));
        this.listener = listener;
        this.clock = clock;
        this.stopRequested = stopRequested;
    }

    Part part() {
        return part;
    }

    ChildLog log() {
        return log;
    }

    boolean isRunning() {
        var current = process;
        return current != null && current.isAlive();
    }

    ChildProcess running() {
        var current = process;
        if (current == null) {
            throw new IllegalStateException(part.name() + " was never started");
        }
        return current;
    }

    /** Returns when it is ready. */
    void start() {
        listener.starting(part.name());
        var begin = clock.instant();
        try {
            var child = launch();
            awaitProbe(child, begin.plus(READY_WITHIN));
            part.completion().run();
        } catch (StartFailedException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException(part.name() + " was interrupted while it started", e);
        } catch (Exception e) {
            throw new StartFailedException(part.name() + " could not start: " + e.getMessage(), e);
        }
        listener.ready(part.name(), Duration.between(begin, clock.instant()));
    }

    /** Waits for a launch under way, so that none slips through. */
    synchronized void stop(Duration atMost) {
        if (isRunning()) {
            listener.stopping(part.name());
            running().stop(part.stopWithin().compareTo(atMost) < 0 ? part.stopWithin() : atMost);
            listener.stopped(part.name());
        }
        note.delete();
    }

    private synchronized ChildProcess launch() throws Exception {
        var command = part.preparation().prepare();
        if (stopRequested.getCount() == 0) {
            throw new StartFailedException(part.name() + " was not started: the stack is stopping");
        }
        var child = ChildProcess.start(part.name(), command, note, this::line, this::crashed);
        process = child;
        return child;
    }

    private void awaitProbe(ChildProcess child, Instant deadline) throws InterruptedException {
        while (true) {
            try {
                part.probe().run();
                return;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception notYet) {
                if (!child.isAlive()) {
                    child.awaitOutput();
                    throw new StartFailedException(
                            part.name() + " ended before it was ready. Its last lines:\n  "
                                    + String.join("\n  ", log.lastLines()) + "\nThe whole log: " + log.file(),
                            notYet);
                }
                if (clock.instant().isAfter(deadline)) {
                    throw new StartFailedException(
                            part.name() + " was not ready after " + READY_WITHIN.toMinutes()
                                    + " minutes; the last answer: " + notYet.getMessage(),
                            notYet);
                }
            }
            if (stopRequested.await(PROBE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new StartFailedException(part.name() + " was not ready when the stack was stopped");
            }
        }
    }

    private void crashed(int exitCode) {
        listener.crashed(new StackListener.Crash(
                part.name(), exitCode, log.lastLines(), log.file().toString()));
    }

    private void line(String line) {
        log.add(line);
        listener.line(part.name(), line);
    }
}
