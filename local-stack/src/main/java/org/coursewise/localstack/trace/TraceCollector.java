package org.coursewise.localstack.trace;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coursewise.localstack.home.StackHome;
import org.coursewise.localstack.process.Command;
import org.coursewise.localstack.process.JavaCommand;
import org.coursewise.localstack.process.ListeningPort;
import org.coursewise.localstack.process.Part;

/** Where the services send their spans, in a process of its own that forgets them at its end. */
public final class TraceCollector {

    public static final String NAME = "traces";
    private static final int HEAP_MEGABYTES = 96;
    private static final int OK = 200;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    /** Milliseconds in which a person who reloads the page sees a span that has ended. */
    private static final String SEND_EVERY = "300";

    private final Path folder;
    private final int port;

    public TraceCollector(StackHome home, int port) {
        this.folder = home.run();
        this.port = port;
    }

    public Part part() {
        return new Part(
                NAME,
                Set.of(),
                List.of(new ListeningPort(port, "traces")),
                this::prepare,
                this::ask,
                Part.Step.NONE,
                Duration.ofSeconds(2));
    }

    /** OpenTelemetry's environment variables for a service that sends its spans here. */
    public Map<String, String> settings(String service) {
        return Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + port,
                "OTEL_SERVICE_NAME", "coursewise-" + service,
                "OTEL_BSP_SCHEDULE_DELAY", SEND_EVERY);
    }

    private Command prepare() throws IOException {
        Files.createDirectories(folder);
        return JavaCommand.of(TraceProcess.class, HEAP_MEGABYTES, folder, port);
    }

    private void ask() throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .timeout(ANSWER_WITHIN)
                .build();
        var status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != OK) {
            throw new IOException("The collector of traces answers " + status);
        }
    }
}
