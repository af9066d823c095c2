package org.coursewise.localstack.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coursewise.localstack.home.Ports;
import org.coursewise.localstack.home.StackHome;
import org.coursewise.localstack.process.Command;
import org.coursewise.localstack.process.JavaCommand;
import org.coursewise.localstack.process.ListeningPort;
import org.coursewise.localstack.process.Part;

/** The gateway in a process of its own. */
public final class Gateway {

    public static final String NAME = "gateway";
    private static final int HEAP_MEGABYTES = 96;
    private static final int NOT_FOUND = 404;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private final Path folder;
    private final Ports ports;
    private final ToIntFunction<String> replicas;

    /** @param replicas how many a service has, by its name */
    public Gateway(StackHome home, Ports ports, ToIntFunction<String> replicas) {
        this.folder = home.run();
        this.ports = ports;
        this.replicas = replicas;
    }

    public Part part() {
        return new Part(
                NAME,
                Set.of(),
                List.of(new ListeningPort(ports.gateway(), "the API's gateway")),
                this::prepare,
                this::ask,
                Part.Step.NONE,
                Duration.ofSeconds(5));
    }

    private Command prepare() throws IOException {
        Files.createDirectories(folder);
        return JavaCommand.of(
                GatewayProcess.class,
                HEAP_MEGABYTES,
                folder,
                ports.gateway(),
                ports("auth", ports.auth()),
                ports("course", ports.course()),
                ports("email", ports.email()));
    }

    private String ports(String service, int first) {
        return IntStream.rangeClosed(1, replicas.applyAsInt(service))
                .mapToObj(number -> Integer.toString(Ports.replica(first, number)))
                .collect(Collectors.joining(","));
    }

    /** Its own 404 shows that it works, whatever the services do. */
    private void ask() throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.gateway() + "/"))
                .timeout(ANSWER_WITHIN)
                .build();
        var status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != NOT_FOUND) {
            throw new IOException("The gateway answers " + status);
        }
    }
}
