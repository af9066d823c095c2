package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * An SMTP server that keeps of each mail whom it is for and its Message-ID alone, so that it holds any number of them. It
 * refuses whom it is told to refuse, and falls silent in the middle of a dialogue when it is told to.
 */
final class MailSink implements AutoCloseable {

    private static final String MESSAGE_ID = "Message-ID: ";

    private final ServerSocket server;
    private final Queue<Delivered> delivered = new ConcurrentLinkedQueue<>();
    private final Queue<Try> tries = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> silences = new ConcurrentHashMap<>();
    private volatile Consumer<String> beforeAnswer = to -> {};
    private volatile Consumer<String> afterAnswer = to -> {};

    /** A mail that was taken: that it was answered is not said. */
    record Delivered(String to, String messageId) {}

    /** That somebody wanted to send a mail there. */
    record Try(String to, Instant at) {}

    MailSink() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    /** For a stack's servers: that this is their SMTP server. */
    Map<String, String> settings() {
        return Map.of("COURSEWISE_SMTP_PORT", Integer.toString(server.getLocalPort()));
    }

    /** What is answered to {@code RCPT TO} this address. */
    void refuse(String address, String reply) {
        refusals.put(address, reply);
    }

    /** To whoever hands in a mail for this domain nothing is answered. */
    void fallSilent(String domain) {
        silences.put(domain, new CountDownLatch(1));
    }

    void speak(String domain) {
        silences.remove(domain).countDown();
    }

    /**
     * @param before is told of each mail that is kept and not answered yet
     * @param after is told of each mail whose 250 is on its way
     */
    void watch(Consumer<String> before, Consumer<String> after) {
        beforeAnswer = before;
        afterAnswer = after;
    }

    int size() {
        return delivered.size();
    }

    /** All mails for addresses that end so. */
    List<Delivered> delivered(String ending) {
        return delivered.stream().filter(mail -> mail.to().endsWith(ending)).toList();
    }

    List<Instant> tries(String address) {
        return tries.stream()
                .filter(made -> made.to().equals(address))
                .map(Try::at)
                .toList();
    }

    @Override
    public void close() {
        silences.values().forEach(CountDownLatch::countDown);
        try {
            server.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                connections.add(connection);
                inBackground(() -> talk(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work, "mail-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void talk(Socket connection) {
        try (connection) {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
            say(connection, "220 sink");
            var to = "";
            for (var line = in.readLine(); line != null && !line.startsWith("QUIT"); line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    tries.add(new Try(to, Clock.systemUTC().instant()));
                    say(connection, refusals.getOrDefault(to, "250 2.1.5 ok"));
                } else if (line.startsWith("DATA")) {
                    say(connection, "354 go on");
                    take(connection, to, messageId(in));
                } else {
                    say(connection, "250 ok");
                }
            }
        } catch (IOException e) {
            // who was talking has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Socket connection, String to, String messageId) throws IOException, InterruptedException {
        var silence = silences.get(to.substring(to.indexOf('@') + 1));
        if (silence != null) {
            silence.await();
            return;
        }
        delivered.add(new Delivered(to, messageId));
        beforeAnswer.accept(to);
        say(connection, "250 2.0.0 taken");
        afterAnswer.accept(to);
    }

    private static String messageId(BufferedReader in) throws IOException {
        var id = "";
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("The mail ends in the middle");
            }
            if (line.startsWith(MESSAGE_ID) && id.isEmpty()) {
                id = line.substring(MESSAGE_ID.length());
            }
        }
        return id;
    }

    private static void say(Socket connection, String reply) throws IOException {
        connection.getOutputStream().write((reply + "\r\n").getBytes(UTF_8));
    }
}
