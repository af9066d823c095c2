package org.coursewise.localstack.liberty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Stops a server as the cluster does, by the script of its images: asked to stop, the server says that it is not ready,
 * waits until nobody sends it requests, and only then stops.
 */
public final class EntryPoint {

    /** The setting that says how long it waits for everybody to notice. */
    public static final String DRAIN_SECONDS = "COURSEWISE_DRAIN_SECONDS";

    private static final int STOP_SECONDS = 9;
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    private static final String SCRIPT = script();

    private EntryPoint() {}

    /** Windows has no shell for it: there a server is stopped at once. */
    static List<String> of(List<String> server) {
        if (WINDOWS) {
            return server;
        }
        var line = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "entrypoint.sh"));
        line.addAll(server);
        return line;
    }

    /** @param output what the server writes goes there */
    static Map<String, String> settings(Path output) {
        return Map.of(
                "COURSEWISE_DRAIN_FILE", output.resolve("draining").toString(),
                "COURSEWISE_STOP_SECONDS", Integer.toString(STOP_SECONDS));
    }

    static Duration stopsWithin(Map<String, String> settings) {
        return Duration.ofSeconds(Integer.parseInt(settings.getOrDefault(DRAIN_SECONDS, "10")) + STOP_SECONDS + 1);
    }

    private static String script() {
        try (var stream = EntryPoint.class.getResourceAsStream("entrypoint.sh")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
