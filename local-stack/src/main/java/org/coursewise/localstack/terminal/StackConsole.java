package org.coursewise.localstack.terminal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.coursewise.localstack.process.StackListener;
import org.jspecify.annotations.Nullable;

/**
 * Shows a person what happens: every line with the name of the part it comes from and, on a terminal, a last line that
 * tells how far the start is.
 */
public final class StackConsole implements StackListener {

    private static final String[] COLOURS = {"36", "33", "32", "35", "34", "96", "93", "92", "95", "94"};
    private static final String CLEAR_LINE = "\r\033[2K";
    private static final int NAME_WIDTH = 9;
    private static final long REDRAW_MILLIS = 250;

    private final Terminal terminal;
    private final Clock clock;
    private final List<String> parts = new ArrayList<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private final CompletableFuture<Crash> crash = new CompletableFuture<>();
    private final ScheduledExecutorService redraw = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private Instant begin = Instant.EPOCH;
    private boolean showsProgress;
    private @Nullable Future<?> redrawing;

    public StackConsole(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Completes with the first crash. */
    public CompletableFuture<Crash> crash() {
        return crash;
    }

    public synchronized void begin(List<String> names) {
        parts.addAll(names);
        waiting.addAll(names);
        begin = clock.instant();
        showsProgress = terminal.live();
        say("Starting " + String.join(", ", names));
        if (showsProgress) {
            redrawing = redraw.scheduleAtFixedRate(this::draw, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends the progress display. */
    public synchronized Duration end() {
        if (showsProgress) {
            terminal.out().print(CLEAR_LINE);
            showsProgress = false;
        }
        if (redrawing != null) {
            redrawing.cancel(false);
            redrawing = null;
        }
        return Duration.between(begin, clock.instant());
    }

    /** Prints text of one or more lines. */
    public synchronized void say(String text) {
        print(text);
    }

    @Override
    public synchronized void ready(String part, Duration after) {
        if (waiting.remove(part)) {
            print(name(part) + "ready after " + seconds(after) + "  (" + (parts.size() - waiting.size()) + " of "
                    + parts.size() + ")");
        }
    }

    @Override
    public synchronized void line(String part, String line) {
        if (!line.isBlank()) {
            print(name(part) + line);
        }
    }

    @Override
    public synchronized void crashed(Crash what) {
        end();
        print("");
        print(what.part() + " ended unexpectedly (exit code " + what.exitCode() + "). Its last lines:");
        what.lastLines().forEach(line -> print("  " + line));
        print("The whole log: " + what.logFile());
        crash.complete(what);
    }

    @Override
    public synchronized void stopped(String part) {
        print(name(part) + "stopped");
    }

    private void print(String line) {
        terminal.out().println(showsProgress ? CLEAR_LINE + line : line);
        draw();
    }

    private synchronized void draw() {
        if (showsProgress) {
            var names = String.join(", ", waiting);
            var elapsed = Duration.between(begin, clock.instant()).toSeconds();
            terminal.out().print(CLEAR_LINE + bar() + " " + elapsed + " s, waiting for " + names);
            terminal.out().flush();
        }
    }

    private String bar() {
        var done = parts.size() - waiting.size();
        return "[" + "#".repeat(done) + ".".repeat(waiting.size()) + "]";
    }

    private String name(String part) {
        var padded = part + " ".repeat(Math.max(0, NAME_WIDTH - part.length()));
        var place = parts.indexOf(part);
        return terminal.coloured() && place >= 0
                ? "\033[" + COLOURS[place % COLOURS.length] + "m" + padded + "\033[0m| "
                : padded + "| ";
    }

    private static String seconds(Duration duration) {
        return "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
    }
}
