package org.coursewise.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Signals that Java has no call for. */
final class Signals {

    private Signals() {}

    /** A process with all it has started, as PostgreSQL has its backends. */
    static List<ProcessHandle> family(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    static void send(String signal, List<ProcessHandle> processes) {
        if (Launcher.WINDOWS) {
            throw new UnsupportedOperationException("There is no signal " + signal + " on Windows");
        }
        // The shell's own kill: not every system has it as a program
        var line = new ArrayList<>(List.of("/bin/sh", "-c", "kill \"$@\" 2>/dev/null", "kill", "-" + signal));
        processes.forEach(process -> line.add(Long.toString(process.pid())));
        try {
            ProgramFiles.start(new ProcessBuilder(line)).waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send " + signal, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
