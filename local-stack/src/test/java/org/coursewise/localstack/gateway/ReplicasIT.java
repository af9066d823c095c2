package org.coursewise.localstack.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.coursewise.localstack.gateway.Routes.Service;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers of one service behind the gateway. */
class ReplicasIT {

    private static final int READY = 200;
    private static final int NOT_READY = 503;
    private static final Duration NOTICED = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch slowMayEnd = new CountDownLatch(1);
    private final AtomicInteger health = new AtomicInteger(READY);
    private final AtomicInteger othersHealth = new AtomicInteger(READY);
    private final AtomicReference<String> drains = new AtomicReference<>("");
    private HttpServer one;
    private HttpServer other;
    private Server gateway;
    private String base;

    @BeforeEach
    void start() throws Exception {
        one = replica("one", health);
        other = replica("other", othersHealth);
        gateway = GatewayProcess.server(
                0,
                Map.of(
                        Service.AUTH,
                        List.of(one.getAddress().getPort(), other.getAddress().getPort())));
        gateway.start();
        base = "http://127.0.0.1:" + ((NetworkConnector) gateway.getConnectors()[0]).getLocalPort();
        awaitAnswersOf("one", "other");
    }

    @AfterEach
    void stop() throws Exception {
        slowMayEnd.countDown();
        gateway.stop();
        one.stop(0);
        other.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whoSaysNotReadyGetsNothingNewAndFinishesWhatItHas() throws Exception {
        othersHealth.set(NOT_READY);
        awaitAnswersOf("one");
        var inFlight = client.sendAsync(request("/api/v1/users/slow"), BodyHandlers.ofString());

        othersHealth.set(READY);
        health.set(NOT_READY);
        awaitAnswersOf("other");

        slowMayEnd.countDown();
        assertThat(inFlight.get().body()).isEqualTo("one");
    }

    @Test
    void whoDoesNotListenAnyMoreIsLeftOutUntilItIsBack() throws Exception {
        var port = one.getAddress().getPort();
        one.stop(0);
        awaitAnswersOf("other");

        one = replica("one", health, port);
        awaitAnswersOf("one", "other");
    }

    @Test
    void whenNobodyIsReadyTheServiceAnswersForItself() throws Exception {
        health.set(NOT_READY);
        othersHealth.set(NOT_READY);
        assertThat(get("/api/v1/users").statusCode()).isEqualTo(READY);
    }

    @Test
    void whenAllAreAboutToStopNobodyIsSentARequestThatWouldBeCutOff() throws Exception {
        drains.set("one other");
        health.set(NOT_READY);
        othersHealth.set(NOT_READY);
        await().atMost(NOTICED).until(() -> get("/api/v1/users").statusCode() == NOT_READY);
        assertThat(get("/api/v1/users").body()).contains("/problems/unavailable");

        drains.set("other");
        awaitAnswersOf("one");
    }

    /** Ten requests in a row go to these and nobody else. */
    private void awaitAnswersOf(String... names) {
        await().atMost(NOTICED).until(this::whoAnswers, Set.of(names)::equals);
    }

    private Set<String> whoAnswers() throws Exception {
        var who = new HashSet<String>();
        for (var i = 0; i < 10; i++) {
            who.add(get("/api/v1/users").body());
        }
        return who;
    }

    private HttpServer replica(String name, AtomicInteger itsHealth) throws IOException {
        return replica(name, itsHealth, 0);
    }

    private HttpServer replica(String name, AtomicInteger itsHealth, int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, READY, name));
        server.createContext("/health/ready", exchange -> answer(exchange, itsHealth.get(), health(name)));
        server.createContext("/api/v1/users/slow", exchange -> {
            awaitEnd();
            answer(exchange, READY, name);
        });
        server.start();
        return server;
    }

    private String health(String name) {
        var status = drains.get().contains(name) ? "DOWN" : "UP";
        return "{\"status\": \"DOWN\", \"checks\": [{\"name\": \"draining\", \"status\": \"" + status + "\"}]}";
    }

    private void awaitEnd() {
        try {
            slowMayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).build();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path), BodyHandlers.ofString());
    }
}
