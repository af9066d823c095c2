package org.coursewise.localstack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Delivered mails as files: a folder for each address, in it each mail, named so that they sort by arrival. */
final class MailFiles {

    private static final DateTimeFormatter ARRIVAL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final AtomicLong arrivals = new AtomicLong();

    MailFiles(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** What does a mailbox do with a mail? */
    @FunctionalInterface
    interface Mailbox {
        void receive(String address, MimeMessage message);
    }

    /** Returns when the mail is on the disk. */
    void keep(String address, MimeMessage message) throws IOException, MessagingException {
        var mailbox = folder.resolve(URLEncoder.encode(address, StandardCharsets.UTF_8));
        Files.createDirectories(mailbox);
        var name = ARRIVAL.format(clock.instant()) + "-%06d.eml".formatted(arrivals.incrementAndGet());
        var beside = mailbox.resolve(name + ".new");
        try (var output = Files.newOutputStream(beside)) {
            message.writeTo(output);
        }
        try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(beside, mailbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Hands out all mails, the oldest of each address first. */
    void readAll(Mailbox mailbox) throws IOException, MessagingException {
        Files.createDirectories(folder);
        for (var address : sorted(folder)) {
            for (var mail : sorted(address)) {
                if (mail.toString().endsWith(".eml")) {
                    try (var input = Files.newInputStream(mail)) {
                        var message = new MimeMessage(Session.getInstance(new Properties()), input);
                        mailbox.receive(addressOf(address), message);
                    }
                }
            }
        }
    }

    private static String addressOf(Path mailbox) {
        return URLDecoder.decode(mailbox.getFileName().toString(), StandardCharsets.UTF_8);
    }

    private static Iterable<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
