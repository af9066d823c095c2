package org.coursewise.benchmarks.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The library alone, as a program would use it that keeps nothing: threads that make a mail of a text that is there and send
 * it, each over a connection that stays open.
 */
final class AngusAlone implements AutoCloseable {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;
    private final List<Transport> connections = new ArrayList<>();
    private final ExecutorService threads;
    private final Clock clock;
    private final String from;
    private final String subject;
    private final String text;
    private final String html;

    /** @param model a mail whose subject and two texts are sent */
    AngusAlone(int port, int threads, byte[] model, Clock clock) throws MessagingException, IOException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        this.session = Session.getInstance(properties);
        this.clock = clock;
        var mail = new MimeMessage(session, new ByteArrayInputStream(model));
        var bodies = (MimeMultipart) mail.getContent();
        this.from = mail.getFrom()[0].toString();
        this.subject = mail.getSubject();
        this.text = (String) bodies.getBodyPart(0).getContent();
        this.html = (String) bodies.getBodyPart(1).getContent();
        for (var i = 0; i < threads; i++) {
            var connection = session.getTransport("smtp");
            connection.connect();
            connections.add(connection);
        }
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /** Returns when each is answered. */
    void send(List<String> recipients) throws InterruptedException, ExecutionException {
        var sending = new ArrayList<Future<Void>>();
        for (var i = 0; i < connections.size(); i++) {
            sending.add(threads.submit(share(recipients, i)));
        }
        for (var share : sending) {
            share.get();
        }
    }

    private Callable<Void> share(List<String> recipients, int thread) {
        return () -> {
            for (var i = thread; i < recipients.size(); i += connections.size()) {
                var mail = compose(recipients.get(i));
                connections.get(thread).sendMessage(mail, mail.getAllRecipients());
            }
            return null;
        };
    }

    private MimeMessage compose(String to) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        var plain = new MimeBodyPart();
        plain.setText(text, UTF_8);
        var rich = new MimeBodyPart();
        rich.setText(html, UTF_8, "html");
        mail.setContent(new MimeMultipart("alternative", plain, rich));
        mail.saveChanges();
        return mail;
    }

    @Override
    public void close() throws MessagingException {
        threads.shutdownNow();
        for (var connection : connections) {
            connection.close();
        }
    }
}
