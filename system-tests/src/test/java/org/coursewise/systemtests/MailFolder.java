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

    private final Path folder;

    MailFolder(LocalStack stack, String address) {
        this.folder = stack.home().resolve("mail").resolve(URLEncoder.encode(address, UTF_8));
    }

    /** Of each mail, in the order in which they came. */
    List<String> messageIds() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(MailFolder::messageId)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String messageId(Path mail) {
        try (var lines = Files.lines(mail, UTF_8)) {
            return lines.filter(line -> line.startsWith(MESSAGE_ID)).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
