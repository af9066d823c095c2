package org.coursewise.email.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that says what it is told to say: a reply for a recipient, or for a mail, or nothing at all. */
final class ScriptedSmtp implements AutoCloseable {

    /** In place of a reply: none, until the server is closed. */
    static final String SILENCE = "";
    /** In place of a reply: the connection is cut. */
    static final String HANG_UP = "hang up";

    record Delivered(String recipient, String mail) {

        String header(String name) {
            return mail.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket server;
    private final Map<String, String> rcptReplies = new ConcurrentHashMap<>();
    private final Map<String, String> dataReplies = new ConcurrentHashMap<>();
    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedSmtp() {
        this(0);
    }

    ScriptedSmtp(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var acceptor = new Thread(this::accept, "scripted-smtp");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return server.getLocalPort();
    }

    void onRecipient(String address, String reply) {
        rcptReplies.put(address, reply);
    }

    void onMailTo(String address, String reply) {
        dataReplies.put(address, reply);
    }

    /** To anybody there who has no reply of their own. */
    void onMailToDomain(String domain, String reply) {
        dataReplies.put("@" + domain, reply);
    }

    void forgive(String address) {
        rcptReplies.remove(address);
        dataReplies.remove(address);
    }

    List<Delivered> delivered() {
        return List.copyOf(delivered);
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                var talk = new Thread(() -> talk(socket), "scripted-smtp-connection");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var out = socket.getOutputStream();
            say(out, "220 scripted");
            var recipient = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "RCPT" -> {
                        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        say(out, rcptReplies.getOrDefault(recipient, "250 ok"));
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        var mail = mail(in);
                        var domain = recipient.substring(recipient.indexOf('@'));
                        var reply = dataReplies.getOrDefault(recipient, dataReplies.getOrDefault(domain, "250 taken"));
                        if (reply.startsWith("250") || reply.equals(HANG_UP)) {
                            delivered.add(new Delivered(recipient, mail));
                        }
                        say(out, reply);
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // the client has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // RFC 5321, 4.5.2
            mail.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        return mail.toString();
    }

    private void say(OutputStream out, String reply) throws IOException, InterruptedException {
        if (reply.equals(SILENCE)) {
            closed.await();
        }
        if (reply.equals(HANG_UP)) {
            throw new IOException("hung up");
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
