package org.coursewise.benchmarks.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** What is said on one connection, with as little work as it can be done: one recipient a mail, no extensions. */
final class SmtpDialogue {

    private static final byte[] READY = line("220 sink");
    private static final byte[] OK = line("250 ok");
    private static final byte[] GO_ON = line("354 go on");
    private static final byte[] TAKEN = line("250 taken");
    private static final byte[] BYE = line("221 bye");

    private final InputStream in;
    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream mail = new ByteArrayOutputStream();

    SmtpDialogue(InputStream in, OutputStream out) throws IOException {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.out = out;
        out.write(READY);
    }

    /** Talks until a mail is there to be answered; empty when the client has said goodbye. */
    Optional<String> next() throws IOException {
        var recipient = "";
        while (readLine()) {
            var said = line.toString(US_ASCII);
            switch (said.substring(0, Math.min(4, said.length())).toUpperCase(Locale.ROOT)) {
                case "RCPT" -> {
                    recipient = said.substring(said.indexOf('<') + 1, said.indexOf('>'));
                    out.write(OK);
                }
                case "DATA" -> {
                    out.write(GO_ON);
                    readMail();
                    return Optional.of(recipient);
                }
                case "QUIT" -> {
                    out.write(BYE);
                    return Optional.empty();
                }
                default -> out.write(OK);
            }
        }
        return Optional.empty();
    }

    /** The mail that waits for an answer. */
    byte[] mail() {
        return mail.toByteArray();
    }

    void take() throws IOException {
        out.write(TAKEN);
    }

    private void readMail() throws IOException {
        mail.reset();
        while (readLine()) {
            var bytes = line.toByteArray();
            var isDotted = bytes.length > 0 && bytes[0] == '.';
            if (isDotted && bytes.length == 1) {
                return;
            }
            mail.write(bytes, isDotted ? 1 : 0, bytes.length - (isDotted ? 1 : 0));
            mail.write('\r');
            mail.write('\n');
        }
        throw new IOException("The mail broke off");
    }

    /** Without its end. */
    private boolean readLine() throws IOException {
        line.reset();
        for (var read = in.read(); read >= 0; read = in.read()) {
            if (read == '\n') {
                return true;
            }
            if (read != '\r') {
                line.write(read);
            }
        }
        return false;
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(US_ASCII);
    }
}
