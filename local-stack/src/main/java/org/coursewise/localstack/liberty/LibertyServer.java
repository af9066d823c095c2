package org.coursewise.localstack.liberty;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coursewise.localstack.home.StackHome;
import org.coursewise.localstack.process.Command;
import org.coursewise.localstack.process.JavaCommand;
import org.coursewise.localstack.process.ListeningPort;
import org.coursewise.localstack.process.Part;

/**
 * A server of the shared Liberty install. What it writes goes to the stack's home, so that several stacks run from one
 * install.
 *
 * @param service its name; the server is called {@code coursewise-<service>}
 * @param number which of the service's replicas, from 1 on; each writes to folders of its own
 * @param needs the parts it cannot start without
 * @param settings the service's settings as environment variables
 */
public record LibertyServer(
        String service,
        int number,
        int port,
        Set<String> needs,
        Map<String, String> settings,
        Path libertyHome,
        StackHome home) {

    private static final int OK = 200;
    /** Half the processor time until ready; whoever measures throughput sets JVM_ARGS in the environment to something else. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    public LibertyServer {
        settings = Map.copyOf(settings);
    }

    /** The part's: {@code course}, {@code course-2} and so on. */
    private String name() {
        return service + suffix();
    }

    private String suffix() {
        return number == 1 ? "" : "-" + number;
    }

    public Part part() {
        return new Part(
                name(),
                needs,
                List.of(new ListeningPort(port, name())),
                this::prepare,
                this::askWhetherReady,
                Part.Step.NONE,
                EntryPoint.stopsWithin(settings));
    }

    private Command prepare() throws IOException, InterruptedException {
        var server = "coursewise-" + service;
        var definition = libertyHome.resolve("usr").resolve("servers").resolve(server);
        if (!Files.exists(definition.resolve("server.xml"))) {
            throw new IOException(definition + " is missing; mvn package makes it");
        }
        var output = home.data("liberty" + suffix());
        Files.createDirectories(output);
        var environment = new HashMap<>(settings);
        environment.put("JAVA_HOME", JavaCommand.javaHome().toString());
        environment.put("WLP_OUTPUT_DIR", output.toString());
        environment.put("LOG_DIR", home.logs().resolve(server + suffix()).toString());
        environment.put("COURSEWISE_HTTP_PORT", Integer.toString(port));
        var password = settings.get("COURSEWISE_KEYSTORE_PASSWORD");
        if (password != null) {
            environment.put(
                    "COURSEWISE_KEYSTORE_FILE",
                    new ServerKeyStore(home.secrets(), password).file().toString());
        }
        environment.putIfAbsent("JVM_ARGS", System.getenv().getOrDefault("JVM_ARGS", QUICK_START));
        environment.putAll(EntryPoint.settings(output.resolve(server)));
        clearCacheOfAnotherBuild(definition, output.resolve(server));
        return new Command(EntryPoint.of(List.of(script(), "run", server)), environment, output);
    }

    /**
     * Liberty knows the jars inside a WAR by their time stamps, which a reproducible build keeps the same, and would run
     * classes of the last build.
     */
    private void clearCacheOfAnotherBuild(Path definition, Path output) throws IOException {
        var war = definition.resolve("apps").resolve(service + ".war");
        var built = Files.getLastModifiedTime(war) + " " + Files.size(war);
        var mark = output.resolve("built");
        if (Files.exists(mark) && Files.readString(mark).equals(built)) {
            return;
        }
        home.delete(output.resolve("workarea"));
        Files.createDirectories(output);
        Files.writeString(mark, built);
    }

    private String script() {
        var windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return libertyHome
                .resolve("bin")
                .resolve(windows ? "server.bat" : "server")
                .toString();
    }

    private void askWhetherReady() throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(ANSWER_WITHIN)
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException("/health/ready answers " + answer.statusCode() + " " + answer.body());
        }
    }
}
