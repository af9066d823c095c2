package org.coursewise.localstack.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.coursewise.localstack.gateway.Routes.Service;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GatewayIT {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Map<String, String>> seen = new LinkedBlockingQueue<>();
    private HttpServer auth;
    private ServerSocket breaksOff;
    private Server gateway;
    private String base;

    @BeforeEach
    void start() throws Exception {
        auth = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        auth.createContext("/", this::answer);
        // what the gateway asks itself
        auth.createContext("/health/ready", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        auth.start();
        breaksOff = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var hangUp = new Thread(this::hangUp, "hangs up");
        hangUp.setDaemon(true);
        hangUp.start();
        int nobody;
        try (var free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        gateway = GatewayProcess.server(
                0,
                Map.of(
                        Service.AUTH, List.of(auth.getAddress().getPort()),
                        Service.COURSE, List.of(nobody),
                        Service.EMAIL, List.of(breaksOff.getLocalPort())));
        gateway.start();
        base = "http://127.0.0.1:" + ((NetworkConnector) gateway.getConnectors()[0]).getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.stop();
        auth.stop(0);
        breaksOff.close();
    }

    @Test
    void aRequestArrivesAsItWasSentButForItsOrigin() throws Exception {
        var answer = client.send(
                request("/api/v1/users?limit=1&cursor=a%20b")
                        .header("traceparent", TRACE)
                        .header("X-Forwarded-For", "6.6.6.6")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "for=6.6.6.6")
                        .POST(BodyPublishers.ofString("a body"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("a body");
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/users/7");
        assertThat(seen.take())
                .containsEntry("method", "POST")
                .containsEntry("uri", "/api/v1/users?limit=1&cursor=a%20b")
                .containsEntry("Traceparent", TRACE)
                .containsEntry("X-forwarded-for", "127.0.0.1")
                .containsEntry("X-forwarded-proto", "http")
                .containsEntry("X-forwarded-host", base.substring("http://".length()))
                .doesNotContainKey("Forwarded");
    }

    @Test
    void aLongBodyIsPassedOnBothWays() throws Exception {
        var length = 20 << 20;
        var answer = client.send(
                request("/api/v1/admin/user-imports")
                        .POST(BodyPublishers.ofByteArrays(Collections.nCopies(20, new byte[1 << 20])))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.body()).hasSize(length);
    }

    @Test
    void anAddressGoesOnUpToTheLengthThatIsTaken() throws Exception {
        assertThat(get("/api/v1/users?q=" + "a".repeat(7_500)).statusCode()).isEqualTo(201);
        var tooLong = get("/api/v1/users?q=" + "a".repeat(9_000));
        assertThat(tooLong.statusCode()).isIn(414, 431);
        assertThat(problem(tooLong).get("title").asString()).isNotEmpty();
    }

    @Test
    void healthAndMetricsAndWhatIsUnknownAreNotFound() throws Exception {
        for (var path : new String[] {"/health", "/health/ready", "/metrics", "/", "/nowhere", "/api/v1/nothing"}) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(problem(answer).get("type").asString())
                    .isEqualTo("https://coursewise.example/problems/not-found");
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void dotsAndEncodedSlashesReachNoHiddenPath() throws Exception {
        for (var path : new String[] {
            "/api/v1/users/../../../health",
            "/api/v1/users/%2e%2e/%2e%2e/%2e%2e/health",
            "/api/v1/users/..%2f..%2fmetrics"
        }) {
            var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).containsPattern("^HTTP/1.1 40[04]").contains("application/problem+json");
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void aServiceThatDoesNotListenIsUnavailable() throws Exception {
        var answer = client.send(
                request("/api/v1/courses").header("traceparent", TRACE).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        var problem = problem(answer);
        assertThat(problem.get("type").asString()).endsWith("/unavailable");
        assertThat(problem.get("instance").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void aServiceThatHangsUpIsABadGateway() throws Exception {
        var answer = get("/api/v1/messages");
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(problem(answer).get("title").asString()).isEqualTo("Bad gateway");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var facts = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> facts.put(name, String.join(",", values)));
        facts.put("method", exchange.getRequestMethod());
        facts.put("uri", exchange.getRequestURI().toString());
        seen.add(facts);
        exchange.getResponseHeaders().add("Location", "/api/v1/users/7");
        exchange.sendResponseHeaders(201, 0);
        try (exchange;
                var body = exchange.getResponseBody()) {
            body.write(exchange.getRequestBody().readAllBytes());
        }
    }

    private void hangUp() {
        try {
            while (true) {
                try (var socket = breaksOff.accept()) {
                    assertThat(socket.getInputStream().read()).isNotNegative();
                }
            }
        } catch (IOException closed) {
            // The test is over
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private String raw(String text) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(base).getPort())) {
            socket.getOutputStream().write(text.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return JsonMapper.shared().readTree(answer.body());
    }
}
