package org.coursewise.rest.container;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes a key set, or lets wait whoever asks for it. */
final class KeyServer {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile byte[] content = {};
    private volatile CountDownLatch open = new CountDownLatch(0);

    KeyServer(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                var thread = new Thread(work, "publishes keys");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/jwks.json", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void serve(JWK key, JWK... others) {
        var all = new ArrayList<JWK>(List.of(others));
        all.add(key);
        content = new JWKSet(all).toString(true).getBytes(StandardCharsets.UTF_8);
    }

    Hanging hang() {
        open = new CountDownLatch(1);
        return new Hanging();
    }

    /** The time in which nobody is answered. */
    final class Hanging implements AutoCloseable {

        /** How often somebody asked since the server is there. */
        int asked() {
            return asked.get();
        }

        @Override
        public void close() {
            open.countDown();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var keys = content;
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, keys.length);
        exchange.getResponseBody().write(keys);
        exchange.close();
    }
}
