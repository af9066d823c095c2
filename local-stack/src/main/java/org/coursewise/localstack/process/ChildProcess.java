package org.coursewise.localstack.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** One running child: its output read to the end, its end known. */
final class ChildProcess {

    private static final int KIBIBYTE = 1024;
    private static final int KILL_SECONDS = 5;

    private final Command command;
    private final Process process;
    private final CountDownLatch outputRead = new CountDownLatch(1);
    private volatile boolean endExpected;

    private ChildProcess(Command command, Process process) {
        this.command = command;
        this.process = process;
    }

    /**
     * @param lines takes each line of output
     * @param crashed takes the exit code, after the last line, when nobody here asked for the end
     */
    static ChildProcess start(String name, Command command, PidFile note, Consumer<String> lines, IntConsumer crashed)
            throws IOException {
        var child = new ChildProcess(command, Launcher.launch(command));
        note.write(child.process.toHandle());
        var reader = new Thread(() -> child.watch(lines, crashed), "output of " + name);
        reader.setDaemon(true);
        reader.start();
        return child;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Processor time so far, of it and all it has started that still runs. */
    Duration processorTime() {
        return Signals.family(process.toHandle()).stream()
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Bytes that it and what it started hold in memory, as Linux counts them. */
    long residentMemory() {
        return Signals.family(process.toHandle()).stream()
                .mapToLong(one -> residentMemory(one.pid()))
                .sum();
    }

    private static long residentMemory(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> KIBIBYTE * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the last words of a process that has ended. */
    void awaitOutput() throws InterruptedException {
        outputRead.await(KILL_SECONDS, TimeUnit.SECONDS);
    }

    /** SIGKILL, for it and all it has started. */
    void kill() {
        endExpected = true;
        Signals.family(process.toHandle()).forEach(ProcessHandle::destroyForcibly);
        await(Duration.ofSeconds(KILL_SECONDS));
    }

    void freeze() {
        Signals.send("STOP", Signals.family(process.toHandle()));
    }

    void thaw() {
        Signals.send("CONT", Signals.family(process.toHandle()));
    }

    /** Asks it to stop, and kills it when it has not done so in time. */
    void stop(Duration within) {
        endExpected = true;
        if ("TERM".equals(command.stopSignal()) || Launcher.WINDOWS) {
            // by its handle, which leaves the pipes open: what it says while it stops is heard
            process.toHandle().destroy();
        } else {
            Signals.send(command.stopSignal(), List.of(process.toHandle()));
        }
        if (!await(within)) {
            kill();
        }
    }

    private boolean await(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void watch(Consumer<String> lines, IntConsumer crashed) {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                lines.accept(line);
            }
        } catch (IOException closedByItsEnd) {
            // Nothing more to read from a killed process
        }
        try {
            var code = process.waitFor();
            if (!endExpected) {
                crashed.accept(code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            outputRead.countDown();
        }
    }
}
