package org.coursewise.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Starts a process that ignores the terminal's signals and does not outlive this JVM. */
final class Launcher {

    static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private static final String SCRIPT = script();

    private Launcher() {}

    static Process launch(Command command) throws IOException {
        var builder = new ProcessBuilder(WINDOWS ? command.arguments() : wrapped(command));
        builder.directory(command.directory().toFile());
        builder.environment().putAll(command.environment());
        builder.redirectErrorStream(true);
        return ProgramFiles.start(builder);
    }

    /** Windows has neither the shell nor such signals: there, leftovers end at the next start. */
    private static List<String> wrapped(Command command) {
        var line = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "child.sh", command.stopSignal()));
        line.addAll(command.arguments());
        return line;
    }

    private static String script() {
        try (var stream = Launcher.class.getResourceAsStream("child.sh")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
