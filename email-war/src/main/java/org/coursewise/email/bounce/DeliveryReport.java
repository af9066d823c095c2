package org.coursewise.email.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status notification (RFC 3464) about one of our mails: which one, and what became of it.
 *
 * @param messageId the Message-ID of our mail, as the report returns it
 * @param action in lower case: failed, delayed, delivered, relayed or expanded
 * @param status the enhanced code, such as 5.1.1
 * @param diagnostic what the other mail system said, one line
 */
record DeliveryReport(String messageId, String action, String status, String diagnostic) {

    private static final int LONGEST = 400;
    private static final int MOST_GROUPS = 20;
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

    /** Nothing when the mail is no such report, or does not say which mail it is about. */
    static Optional<DeliveryReport> read(byte[] mail) {
        try {
            var report = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            if (!report.isMimeType("multipart/report") || !(report.getContent() instanceof MimeMultipart parts)) {
                return Optional.empty();
            }
            InternetHeaders recipient = null;
            String messageId = null;
            for (var i = 0; i < parts.getCount(); i++) {
                var part = parts.getBodyPart(i);
                if (part.isMimeType("message/delivery-status")) {
                    recipient = recipient(part);
                } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                    messageId = returned(part).getHeader("Message-ID", null);
                }
            }
            return of(recipient, messageId);
        } catch (MessagingException | IOException e) {
            return Optional.empty();
        }
    }

    boolean isFailure() {
        return action.equals("failed") && status.startsWith("5.");
    }

    /** As an SMTP server would have said it at once. */
    String asReply() {
        return ("550 " + status + " " + diagnostic).strip();
    }

    private static Optional<DeliveryReport> of(@Nullable InternetHeaders recipient, @Nullable String messageId) {
        if (recipient == null || messageId == null) {
            return Optional.empty();
        }
        var action = recipient.getHeader("Action", null);
        var status = recipient.getHeader("Status", null);
        var code = status == null ? null : STATUS.matcher(status);
        if (action == null || code == null || !code.lookingAt()) {
            return Optional.empty();
        }
        var diagnostic = oneLine(recipient.getHeader("Diagnostic-Code", null));
        return Optional.of(new DeliveryReport(
                messageId.strip(), action.strip().toLowerCase(Locale.ROOT), code.group(), diagnostic));
    }

    /** Groups of fields, an empty line between them: the first is about the whole mail, then one for each recipient. */
    private static @Nullable InternetHeaders recipient(BodyPart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            for (var group = 0; group < MOST_GROUPS && in.available() > 0; group++) {
                var fields = new InternetHeaders(in);
                if (fields.getHeader("Final-Recipient") != null) {
                    return fields;
                }
            }
            return null;
        }
    }

    private static InternetHeaders returned(BodyPart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new InternetHeaders(in);
        }
    }

    private static String oneLine(@Nullable String text) {
        var line = text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
