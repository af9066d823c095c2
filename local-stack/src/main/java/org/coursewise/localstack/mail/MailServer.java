package org.coursewise.localstack.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.coursewise.localstack.home.StackHome;
import org.coursewise.localstack.process.Command;
import org.coursewise.localstack.process.JavaCommand;
import org.coursewise.localstack.process.ListeningPort;
import org.coursewise.localstack.process.OpenPort;
import org.coursewise.localstack.process.Part;

/** The mail server, where every mail of the stack ends. */
public final class MailServer {

    public static final String NAME = "mail";
    private static final int HEAP_MEGABYTES = 96;

    private final Path folder;
    private final int smtpPort;
    private final int imapPort;

    public MailServer(StackHome home, int smtpPort, int imapPort) {
        this.folder = home.data(NAME);
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    public Part part() {
        return new Part(
                NAME,
                Set.of(),
                List.of(new ListeningPort(smtpPort, "SMTP"), new ListeningPort(imapPort, "IMAP")),
                this::prepare,
                this::greet,
                Part.Step.NONE,
                Duration.ofSeconds(5));
    }

    private Command prepare() throws IOException {
        Files.createDirectories(folder);
        return JavaCommand.of(MailProcess.class, HEAP_MEGABYTES, folder, folder, smtpPort, imapPort);
    }

    private void greet() throws IOException {
        expect(smtpPort, "220", "QUIT");
        expect(imapPort, "* OK", "a LOGOUT");
    }

    private static void expect(int port, String greeting, String farewell) throws IOException {
        try (var socket = OpenPort.connect(port);
                var reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            var line = reader.readLine();
            if (line == null || !line.startsWith(greeting)) {
                throw new IOException("Port " + port + " greets with " + line);
            }
            socket.getOutputStream().write((farewell + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            reader.readLine();
        }
    }
}
