package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Sends requests at a rate, whether or not those before were answered, over so many connections at most. One thread does it: it
 * shares the machine with the server.
 */
final class Flood {

    private static final Duration UNANSWERED = Duration.ofSeconds(40);
    private static final long SELECT_MILLIS = 1;
    private static final int ROOM = 64 << 10;
    private static final double SECOND = 1e9;

    private final InetSocketAddress server;
    private final int connections;
    private final Duration deadline;
    private final IntFunction<byte[]> requests;
    private int number;

    /**
     * @param deadline within which an answer is a good one
     * @param requests each as it goes over the wire, by its number
     */
    Flood(URI server, int connections, Duration deadline, IntFunction<byte[]> requests) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.connections = connections;
        this.deadline = deadline;
        this.requests = requests;
    }

    /** A request with a body of JSON. */
    static byte[] post(URI server, String path, String headers, Object body) {
        var content = Api.JSON.writeValueAsBytes(body);
        var head = "POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n" + headers + "\r\n";
        var bytes = ByteBuffer.allocate(head.length() + content.length);
        return bytes.put(head.getBytes(UTF_8)).put(content).array();
    }

    /** What came of it. */
    static final class Outcome {
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private double seconds;
        private int sent;
        private int held;
        private int good;
        private long endsAt;
        private int late;
        private int broken;
        private int unanswered;
        private int withoutRetryAfter;
        private long slowestMillis;
        private String firstOdd = "";

        /** Answered 2xx in time, in a second, for as long as requests were sent. */
        double goodput() {
            return good / seconds;
        }

        Map<Integer, Integer> statuses() {
            return statuses;
        }

        long slowestMillis() {
            return slowestMillis;
        }

        /** Put off by 429 or 503, without a time to come back. */
        int withoutRetryAfter() {
            return withoutRetryAfter;
        }

        /** Connections that the server closed, or refused, before it had answered; and requests that nobody answered. */
        int lost() {
            return broken + unanswered;
        }

        @Override
        public String toString() {
            return ("sent %d in %.1f s, held back for want of a connection %d; %.1f/s good; answers %s; 2xx too late %d;"
                            + " cut off %d; unanswered %d; slowest %d ms%s")
                    .formatted(
                            sent,
                            seconds,
                            held,
                            goodput(),
                            statuses,
                            late,
                            broken,
                            unanswered,
                            slowestMillis,
                            firstOdd);
        }
    }

    /** @param perSecond as many as the connections take when infinite */
    Outcome run(double perSecond, Duration time) throws IOException {
        var outcome = new Outcome();
        var idle = new ArrayDeque<Connection>();
        try (var selector = Selector.open()) {
            for (var i = 0; i < connections; i++) {
                idle.add(new Connection());
            }
            var all = new ArrayDeque<>(idle);
            var began = System.nanoTime();
            var end = began + time.toNanos();
            outcome.endsAt = end;
            var wanted = 0L;
            var now = began;
            while (now < end || (idle.size() < connections && now < end + UNANSWERED.toNanos())) {
                if (now < end) {
                    var due = Double.isInfinite(perSecond)
                            ? wanted + idle.size()
                            : (long) ((now - began) / SECOND * perSecond);
                    for (; wanted < due; wanted++) {
                        send(idle, selector, outcome);
                    }
                }
                selector.select(SELECT_MILLIS);
                for (var key : selector.selectedKeys()) {
                    receive((Connection) key.attachment(), idle, outcome);
                }
                selector.selectedKeys().clear();
                now = System.nanoTime();
            }
            outcome.unanswered = connections - idle.size();
            outcome.seconds = time.toNanos() / SECOND;
            for (var connection : all) {
                connection.close();
            }
        }
        return outcome;
    }

    private void send(Deque<Connection> idle, Selector selector, Outcome outcome) {
        var connection = idle.poll();
        if (connection == null) {
            outcome.held++;
            return;
        }
        outcome.sent++;
        try {
            connection.send(requests.apply(number++), server, selector);
        } catch (IOException e) {
            broken(connection, idle, outcome, e);
        }
    }

    private void receive(Connection connection, Deque<Connection> idle, Outcome outcome) {
        try {
            if (connection.receive()) {
                count(connection, outcome);
                if (connection.header("connection").equals("close")) {
                    connection.close();
                }
                idle.add(connection);
            }
        } catch (IOException e) {
            broken(connection, idle, outcome, e);
        }
    }

    /** A connection that was closed after its last answer is no loss. */
    private static void broken(Connection connection, Deque<Connection> idle, Outcome outcome, IOException e) {
        var wasWaiting = connection.close();
        if (wasWaiting) {
            outcome.broken++;
            outcome.firstOdd = outcome.firstOdd.isEmpty() ? "; " + e : outcome.firstOdd;
            idle.add(connection);
        }
    }

    private void count(Connection connection, Outcome outcome) {
        var now = System.nanoTime();
        var millis = (now - connection.sentAt) / 1_000_000;
        var status = connection.status();
        outcome.statuses.merge(status, 1, Integer::sum);
        outcome.slowestMillis = Math.max(outcome.slowestMillis, millis);
        if (status / 100 == 2) {
            if (millis > deadline.toMillis()) {
                outcome.late++;
            } else if (now < outcome.endsAt) {
                outcome.good++;
            }
        } else if (status == 429 || status == 503) {
            if (connection.header("retry-after").isEmpty()) {
                outcome.withoutRetryAfter++;
            }
        } else if (outcome.firstOdd.isEmpty()) {
            outcome.firstOdd = "; " + connection.text();
        }
    }

    /** Kept alive, with one request under way at a time. */
    private static final class Connection {
        private final ByteBuffer received = ByteBuffer.allocate(ROOM);
        private SocketChannel channel;
        private boolean waiting;
        private long sentAt;
        private String head = "";

        private Connection() throws IOException {
            this.channel = SocketChannel.open();
            channel.close();
        }

        void send(byte[] request, InetSocketAddress server, Selector selector) throws IOException {
            waiting = true;
            sentAt = System.nanoTime();
            received.clear();
            head = "";
            if (!channel.isOpen()) {
                channel = SocketChannel.open(server);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, this);
            }
            var bytes = ByteBuffer.wrap(request);
            while (bytes.hasRemaining()) {
                // far smaller than the socket's buffer, which is empty
                channel.write(bytes);
            }
        }

        /** Whether the answer is complete. */
        boolean receive() throws IOException {
            if (channel.read(received) < 0) {
                throw new IOException("closed after " + text());
            }
            if (!waiting || !isComplete()) {
                return false;
            }
            waiting = false;
            return true;
        }

        private boolean isComplete() {
            var text = text();
            var end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return false;
            }
            head = text.substring(0, end).toLowerCase(Locale.ROOT);
            return header("transfer-encoding").equals("chunked")
                    ? text.endsWith("\r\n0\r\n\r\n")
                    : received.position() >= end + 4 + Integer.parseInt("0" + header("content-length"));
        }

        int status() {
            return Integer.parseInt(head.split(" ", -1)[1]);
        }

        String header(String name) {
            return head.lines()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /** One character for each byte. */
        String text() {
            return new String(received.array(), 0, received.position(), ISO_8859_1);
        }

        /** Whether an answer was to come. */
        boolean close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            var was = waiting;
            waiting = false;
            return was;
        }
    }
}
