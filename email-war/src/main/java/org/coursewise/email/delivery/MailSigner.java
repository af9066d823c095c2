package org.coursewise.email.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.coursewise.email.settings.DkimSettings;
import org.eclipse.angus.mail.util.CRLFOutputStream;

/** Signs mails for a domain (DKIM, RFC 6376): receivers see that they are its own, and nobody changed them on their way. */
final class MailSigner {

    /**
     * From stands here once more than in the mail, so that no second one can be put beside it (RFC 6376, 8.15). The same
     * goes for what is not in a mail: it cannot be added.
     */
    private static final String FIELDS = String.join(
            ":",
            List.of(
                    "From",
                    "From",
                    "To",
                    "Subject",
                    "Date",
                    "Message-ID",
                    "MIME-Version",
                    "Content-Type",
                    "List-Unsubscribe",
                    "List-Unsubscribe-Post"));

    private static final String END_OF_LINE = "\r\n";
    private static final String FOLD = END_OF_LINE + "\t";
    private static final String LINE_WITH_MORE = "(.{72})(?=.)";

    private final Session session;
    private final DKIMSigner signer;
    private final String template;

    MailSigner(DkimSettings settings, Session session) {
        this.session = session;
        this.template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + settings.domain() + "; s=" + settings.selector()
                + "; h=" + FIELDS + ";";
        this.signer = new DKIMSigner(template, settings.key());
    }

    /** The same mail, written once and for all, with its signature at the top. */
    MimeMessage sign(MimeMessage mail) throws MessagingException {
        try {
            var written = new ByteArrayOutputStream();
            mail.writeTo(new CRLFOutputStream(written));
            var bytes = written.toByteArray();
            var signature = folded(signature(bytes)) + END_OF_LINE;
            return new MimeMessage(
                    session,
                    new SequenceInputStream(
                            new ByteArrayInputStream(signature.getBytes(StandardCharsets.US_ASCII)),
                            new ByteArrayInputStream(bytes)));
        } catch (IOException | PermFailException e) {
            throw new MessagingException("The mail cannot be signed", e);
        }
    }

    private String signature(byte[] mail) throws IOException, PermFailException {
        var text = new String(mail, StandardCharsets.ISO_8859_1);
        var endOfFields = text.indexOf(END_OF_LINE + END_OF_LINE);
        var body = endOfFields + 2 * END_OF_LINE.length();
        var hasher = signer.newBodyHasher(signer.newSignatureRecordTemplate(template));
        try (var hashed = hasher.getOutputStream()) {
            hashed.write(mail, body, mail.length - body);
        }
        return signer.sign(new Fields(text.substring(0, endOfFields)), hasher);
    }

    /** Into lines of a length that every server takes; a receiver unfolds them to what was signed (RFC 6376, 3.4.2). */
    private static String folded(String field) {
        var tags = field.split("; ", -1);
        for (var i = 0; i < tags.length; i++) {
            if (tags[i].startsWith("b=")) {
                tags[i] = tags[i].replaceAll(LINE_WITH_MORE, "$1" + FOLD);
            }
        }
        return String.join(";" + FOLD, tags);
    }

    /** The head of a mail, as the library wants it. */
    private record Fields(List<String> all) implements Headers {

        Fields(String head) {
            this(Arrays.asList(head.split(END_OF_LINE + "(?![ \t])", -1)));
        }

        @Override
        public List<String> getFields() {
            return all;
        }

        @Override
        public List<String> getFields(String name) {
            var start = name + ":";
            return all.stream()
                    .filter(field -> field.regionMatches(true, 0, start, 0, start.length()))
                    .toList();
        }
    }
}
