package org.coursewise.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two calls of the auth API over real HTTP; the token in a request says how it goes. */
public final class FakeAuthApi implements AutoCloseable {

    public static final String GOOD = "good-token-q2XwE4Rt";
    public static final String SPENT = "spent-token-Zu8iO0pA";
    public static final String COMMON_PASSWORD = "password1";
    static final String MALFORMED = "malformed";
    static final String THROTTLED = "throttled";
    static final String GATEWAY_FAILS = "gateway-fails";
    static final String NEVER_ENDS = "never-ends";

    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public FakeAuthApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/email-verifications/confirmations", this::answer);
        server.createContext("/api/v1/password-resets/confirmations", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The bodies that came, in order. */
    public List<JsonNode> received() {
        return received;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        received.add(body);
        var commonPassword = COMMON_PASSWORD.equals(body.path("newPassword").asString(""));
        switch (body.path("token").asString("")) {
            case GOOD -> {
                if (commonPassword) {
                    problem(exchange, 400, "invalid-input", "newPassword", "is among the most common ones");
                } else {
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                }
            }
            case MALFORMED -> problem(exchange, 400, "invalid-input", "token", "is too long");
            case THROTTLED -> problem(exchange, 429, "throttled", "", "");
            case GATEWAY_FAILS -> send(exchange, 502, "text/html", "<h1>Bad gateway</h1>");
            case NEVER_ENDS -> neverEnd(exchange);
            default -> problem(exchange, 400, "invalid-token", "", "");
        }
    }

    private static void problem(HttpExchange exchange, int status, String code, String field, String message)
            throws IOException {
        var problem = JSON.createObjectNode()
                .put("type", "https://coursewise.example/problems/" + code)
                .put("status", status)
                .put("detail", "…");
        if (!field.isEmpty()) {
            problem.putArray("errors").addObject().put("field", field).put("message", message);
        }
        send(exchange, status, "application/problem+json", problem.toString());
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Headers at once, then half a body for as long as this lives. */
    private void neverEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(400, 100);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }
}
