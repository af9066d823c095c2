package org.coursewise.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeTestTest {

    private record Answer(int status, String body) {}

    @TempDir
    Path folder;

    private final Map<String, Answer> answers = new ConcurrentHashMap<>(Map.of(
            "/.well-known/jwks.json", new Answer(200, "{\"keys\": []}"),
            "/api/v1/sessions",
                    new Answer(401, "{\"type\": \"https://coursewise.example/problems/invalid-credentials\"}"),
            "/api/v1/courses", new Answer(200, "{\"items\": []}"),
            "/api/v1/messages", new Answer(401, "{\"status\": 401}"),
            "/verify", new Answer(200, "<html lang=\"en\">")));
    private Workspace workspace;
    private HttpServer server;
    private String address;

    @BeforeEach
    void aGatewayThatAnswers() throws Exception {
        Workspace.requireOnPath("curl");
        workspace = new Workspace(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var answer = answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, ""));
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itPassesWhenEveryServiceAnswersAsItShould() throws Exception {
        var outcome = workspace.script("smoke-test.sh", address + "/", address);

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.lines()).hasSize(5);
    }

    @Test
    void itFailsWhenOneServiceAnswersWithAnotherStatus() throws Exception {
        answers.put("/api/v1/messages", new Answer(404, "{\"status\": 404}"));

        var outcome = workspace.script("smoke-test.sh", address);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output()).contains("/api/v1/messages?limit=1 answers 404, not 401");
    }

    @Test
    void itFailsWhenAnAnswerIsNotTheServices() throws Exception {
        answers.put("/api/v1/courses", new Answer(200, "<html>Nice day</html>"));

        assertThat(workspace.script("smoke-test.sh", address).status()).isEqualTo(1);
    }

    @Test
    void itFailsWithoutAnAddress() throws Exception {
        assertThat(workspace.script("smoke-test.sh", "", "").output()).contains("Which address?");
    }
}
