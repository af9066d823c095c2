package org.coursewise.benchmarks.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An SMTP server that takes every mail, notes when it said so, and keeps none. To mails for one domain it says nothing.
 * Each connection has a thread.
 */
final class SmtpSink implements AutoCloseable {

    /** No mail to an address here is ever answered. */
    static final String DEAD_DOMAIN = "dead.example";

    private final ServerSocket server;
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> silent = ConcurrentHashMap.newKeySet();
    private volatile byte[] last = new byte[0];

    SmtpSink() {
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("smtp-sink", this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** When the mail to an address was answered, by {@link System#nanoTime}. */
    Optional<Long> answeredAt(String recipient) {
        return Optional.ofNullable(answered.get(recipient));
    }

    /** How many mails were answered since {@link #forget}. */
    int count() {
        return answered.size();
    }

    /** When the last of all was answered. */
    long lastAt() {
        return answered.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** A mail as it came. */
    byte[] lastMail() {
        return last;
    }

    /** Forgets what came and hangs up where it says nothing. */
    void forget() {
        silent.forEach(SmtpSink::close);
        silent.clear();
        answered.clear();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(SmtpSink::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                start("smtp-sink-connection", () -> talk(socket));
            } catch (IOException e) {
                // the server is closed, or a client was gone before it was there
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var dialogue = new SmtpDialogue(socket.getInputStream(), socket.getOutputStream());
            for (var recipient = dialogue.next(); recipient.isPresent(); recipient = dialogue.next()) {
                var to = recipient.get();
                if (to.endsWith(DEAD_DOMAIN)) {
                    silent.add(socket);
                } else {
                    // noted first: whoever is answered may look for it at once
                    last = dialogue.mail();
                    answered.put(to, System.nanoTime());
                    dialogue.take();
                }
            }
        } catch (IOException e) {
            // the client has gone
        } finally {
            open.remove(socket);
        }
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
