package org.coursewise.email.settings;

import java.time.Duration;
import java.util.Optional;
import org.coursewise.settings.Settings;

/**
 * The SMTP server that takes our mails.
 *
 * @param credentials absent when the server asks for none
 * @param startTlsRequired nothing is sent over a connection that the server will not encrypt
 * @param connections how many are open at most, each with a thread of its own
 * @param idle how long an unused connection stays open
 */
public record SmtpSettings(
        String host,
        int port,
        Optional<Credentials> credentials,
        boolean startTlsRequired,
        int connections,
        Duration connectTimeout,
        Duration readTimeout,
        Duration writeTimeout,
        Duration idle) {

    /** What the SMTP server knows us by. */
    public record Credentials(String user, String password) {

        @Override
        public String toString() {
            return "Credentials[user=" + user + "]";
        }
    }

    private static final int SUBMISSION_PORT = 587;

    static SmtpSettings from(Settings settings) {
        var host = settings.required("coursewise.smtp-host");
        var user = settings.optional("coursewise.smtp-user");
        return new SmtpSettings(
                host,
                settings.integer("coursewise.smtp-port", SUBMISSION_PORT),
                user.map(name -> new Credentials(name, settings.required("coursewise.smtp-password"))),
                settings.parsed("coursewise.smtp-starttls", true, SmtpSettings::startTls, "off or required"),
                settings.parsed("coursewise.smtp-connections", 20, SmtpSettings::positive, "a whole number above 0"),
                settings.duration("coursewise.smtp-connect-timeout", Duration.ofSeconds(10)),
                settings.duration("coursewise.smtp-read-timeout", Duration.ofSeconds(30)),
                settings.duration("coursewise.smtp-write-timeout", Duration.ofSeconds(30)),
                settings.duration("coursewise.smtp-idle", Duration.ofSeconds(30)));
    }

    private static Boolean startTls(String text) {
        return switch (text) {
            case "required" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    static Integer positive(String text) {
        var number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }
}
