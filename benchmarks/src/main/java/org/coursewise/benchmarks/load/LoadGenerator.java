package org.coursewise.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps so many connections busy from one thread, each with one request at a time, as wrk does: it shares the machine with the
 * server that it measures and must cost little beside it. The requests are sent in turn.
 */
public final class LoadGenerator {

    private static final long ANSWERS_WITHIN_MILLISECONDS = 10_000;

    private final InetSocketAddress address;
    private final List<Request> requests;
    private int next;

    /** @param requests at least one; all to this server */
    public LoadGenerator(URI server, List<Request> requests) {
        this.address = new InetSocketAddress(server.getHost(), server.getPort());
        this.requests = List.copyOf(requests);
    }

    /** @throws IOException when any answer is not the one that was expected, or does not come */
    public Load run(int connections, Duration time) throws IOException {
        var end = System.nanoTime() + time.toNanos();
        return run(connections, (sent, now) -> now < end);
    }

    /** @throws IOException as for a time */
    public Load run(int connections, int count) throws IOException {
        return run(Math.min(connections, count), (sent, now) -> sent < count);
    }

    @FunctionalInterface
    private interface Going {
        boolean on(int sent, long now);
    }

    private Load run(int connections, Going going) throws IOException {
        var latencies = new Latencies();
        var open = new ArrayList<Connection>();
        try (var selector = Selector.open()) {
            for (var i = 0; i < connections; i++) {
                open.add(new Connection(address, selector));
            }
            var began = System.nanoTime();
            for (var connection : open) {
                connection.send(request());
            }
            var sent = connections;
            var waiting = connections;
            var now = began;
            while (waiting > 0) {
                if (selector.select(ANSWERS_WITHIN_MILLISECONDS) == 0) {
                    throw new IOException(address + " does not answer");
                }
                for (var key : selector.selectedKeys()) {
                    var connection = (Connection) key.attachment();
                    if (connection.receive()) {
                        now = System.nanoTime();
                        latencies.add(now - connection.sentAt());
                        if (going.on(sent, now)) {
                            sent++;
                            connection.send(request());
                        } else {
                            waiting--;
                        }
                    }
                }
                selector.selectedKeys().clear();
            }
            return new Load(Duration.ofNanos(now - began), latencies.toArray());
        } finally {
            for (var connection : open) {
                connection.close();
            }
        }
    }

    private Request request() {
        var request = requests.get(next);
        next = (next + 1) % requests.size();
        return request;
    }
}
