package org.coursewise.systemtests;

import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Somebody's mails, read over IMAP as a mail program would. */
final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final String address;

    Mailbox(int port, String address) {
        this.port = port;
        this.address = address;
    }

    /** A mail, taken apart. */
    record Mail(String subject, String from, String text, String html, String messageId, Map<String, String> headers) {

        private static final Pattern TOKEN = Pattern.compile("[?&]token=([A-Za-z0-9_-]+)");
        private static final Pattern LINK = Pattern.compile("http[^\\s\"<>]+[?&]token=[A-Za-z0-9_-]+");

        /** A header's value in one line; empty when there is none. */
        String header(String name) {
            return headers.getOrDefault(name, "").replaceAll("\\r?\\n\\s+", " ");
        }

        String token() {
            return first(TOKEN, 1);
        }

        String link() {
            return first(LINK, 0);
        }

        private String first(Pattern pattern, int group) {
            var matcher = pattern.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("No link in: " + text);
            }
            return matcher.group(group);
        }
    }

    /** The mails there are, once there are so many. */
    List<Mail> waitFor(int count) {
        return Awaitility.await("mails to " + address)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(this::read, mails -> mails.size() >= count);
    }

    /** Those with such words in their subject, once there are so many: mails of different origin come in any order. */
    List<Mail> waitFor(int count, String subject) {
        return Awaitility.await("mails to " + address + " about: " + subject)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> read().stream()
                                .filter(mail -> mail.subject().contains(subject))
                                .toList(),
                        mails -> mails.size() >= count);
    }

    /** The first with such words in its subject. */
    Mail waitFor(String subject) {
        return waitFor(1, subject).get(0);
    }

    List<Mail> read() {
        return read(Mailbox::mail);
    }

    /** The mails as they arrived, to the letter. */
    List<byte[]> sources() {
        return read(message -> {
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        });
    }

    private interface Reading<T> {
        T of(Message message) throws MessagingException, IOException;
    }

    private <T> List<T> read(Reading<T> reading) {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port, address, "any");
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                var mails = new ArrayList<T>();
                for (var message : inbox.getMessages()) {
                    mails.add(reading.of(message));
                }
                return mails;
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("Cannot read the mails of " + address, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mail mail(Message message) throws MessagingException, IOException {
        var text = new StringBuilder();
        var html = new StringBuilder();
        collect((Multipart) message.getContent(), text, html);
        return new Mail(
                message.getSubject(),
                message.getFrom()[0].toString(),
                text.toString(),
                html.toString(),
                ((MimeMessage) message).getMessageID(),
                headers(message));
    }

    private static Map<String, String> headers(Message message) throws MessagingException {
        var headers = new HashMap<String, String>();
        message.getAllHeaders()
                .asIterator()
                .forEachRemaining(header -> headers.put(header.getName(), header.getValue()));
        return headers;
    }

    private static void collect(Multipart parts, StringBuilder text, StringBuilder html)
            throws MessagingException, IOException {
        for (var i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("text/plain")) {
                text.append(part.getContent());
            } else if (part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else if (part.getContent() instanceof Multipart inner) {
                collect(inner, text, html);
            }
        }
    }
}
