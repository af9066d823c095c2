package org.coursewise.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            var isThere = exchange.getRequestURI().getPath().equals("/here");
            exchange.sendResponseHeaders(isThere ? 200 : 404, 2);
            exchange.getResponseBody().write(new byte[] {'o', 'k'});
            exchange.close();
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyRequestIsCounted() throws IOException {
        var load = new LoadGenerator(address, List.of(Request.get(address, "/here"))).run(3, Duration.ofMillis(200));
        assertThat(load.requests()).isEqualTo(asked.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void oneBadAnswerIsAFailure() {
        var requests = List.of(Request.get(address, "/here"), Request.get(address, "/away"));
        assertThatThrownBy(() -> new LoadGenerator(address, requests).run(1, Duration.ofSeconds(5)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/away");
    }
}
