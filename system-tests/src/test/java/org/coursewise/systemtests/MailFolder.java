package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coursewise.localstack.LocalStack;

/** Somebody's mails as the stack's mail server keeps them: files, which are counted sooner than IMAP tells of them. */
final class MailFolder {

    private static final String MESSAGE_ID = "Message-ID: ";
    private static final String SUBJECT = "Subject: ";

    private final Path folder;

    MailFolder(LocalStack stack, String address) {
        this.folder = stack.home().resolve("mail").resolve(URLEncoder.encode(address, UTF_8));
    }

    /** Of each mail, in the order in which they came. */
    List<String> messageIds() {
        return each(MESSAGE_ID);
    }

    /** Of each mail, as long as they are short and in ASCII. */
    List<String> subjects() {
        return each(SUBJECT).stream()
                .map(line -> line.substring(SUBJECT.length()))
                .toList();
    }

    private List<String> each(String header) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(mail -> line(mail, header))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Path mail, String header) {
        try (var lines = Files.lines(mail, UTF_8)) {
            return lines.filter(line -> line.startsWith(header)).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
