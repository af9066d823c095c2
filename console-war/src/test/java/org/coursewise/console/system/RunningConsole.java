package org.coursewise.console.system;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The packaged server as a process of its own, with its logs and its work in a folder of the test's. */
final class RunningConsole implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path folder;
    private final int port = freePort();
    private final Process process;

    private RunningConsole(Path folder, Map<String, String> environment) {
        this.folder = folder;
        var server = Path.of(
                System.getProperty("liberty.home"), "bin", "server" + (File.separatorChar == '\\' ? ".bat" : ""));
        var builder = new ProcessBuilder(server.toString(), "run", "coursewise-console")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("COURSEWISE_"));
        builder.environment().putAll(environment);
        builder.environment().put("WLP_OUTPUT_DIR", folder.resolve("output").toString());
        builder.environment().put("LOG_DIR", folder.resolve("logs").toString());
        builder.environment().put("COURSEWISE_HTTP_PORT", Integer.toString(port));
        try {
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RunningConsole start(Path folder, Map<String, String> environment) {
        return new RunningConsole(folder, environment);
    }

    RunningConsole awaitReady(HttpClient client) {
        var ready = HttpRequest.newBuilder(uri("/health/ready")).build();
        await().atMost(PATIENCE)
                .failFast("the server stopped; see " + folder, () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> client.send(ready, BodyHandlers.discarding()).statusCode() == 200);
        return this;
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + PATIENCE);
        }
        return process.exitValue();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Everything it wrote: what went to the terminal and every file in its log folder. */
    String logs() throws IOException {
        try (var files = Files.walk(folder.resolve("logs"))) {
            return files.filter(Files::isRegularFile).map(RunningConsole::text).collect(Collectors.joining("\n"))
                    + text(folder.resolve("console.log"));
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
