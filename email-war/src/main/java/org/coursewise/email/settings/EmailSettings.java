package org.coursewise.email.settings;

import com.mongodb.ConnectionString;
import java.net.URI;
import java.util.Optional;
import org.coursewise.events.KafkaSettings;
import org.coursewise.settings.SecretBox;
import org.coursewise.settings.Settings;

/**
 * Everything email-war is told from outside; the README lists the keys.
 *
 * @param publicUrl the console's address, named in mails
 * @param apiUrl the API's address as clients know it: links to unsubscribe begin with it
 * @param mongodbUri with the database's name
 * @param mailKeys what senders of commands seal one-time links with
 * @param dataKeys what stored answers are sealed with
 * @param dkim absent when mails are not signed
 */
public record EmailSettings(
        URI publicUrl,
        URI apiUrl,
        ConnectionString mongodbUri,
        MailFrom mailFrom,
        Optional<DkimSettings> dkim,
        SecretBox mailKeys,
        SecretBox dataKeys,
        KafkaSettings kafka,
        SmtpSettings smtp,
        DomainSettings domains,
        RetrySettings retry) {

    private static final String NO_DATABASE = "mongodb://localhost/none";
    private static final String NO_ADDRESS = "nobody@localhost";

    public static EmailSettings from(Settings settings) {
        settings.required("coursewise.mongodb-uri");
        settings.required("coursewise.mail-from");
        var mailFrom = settings.parsed(
                "coursewise.mail-from",
                MailFrom.parse(NO_ADDRESS),
                MailFrom::parse,
                "an address or a name and an address in angle brackets");
        return new EmailSettings(
                settings.uri("coursewise.public-url"),
                settings.uri("coursewise.api-url"),
                settings.parsed(
                        "coursewise.mongodb-uri",
                        new ConnectionString(NO_DATABASE),
                        EmailSettings::withDatabase,
                        "a mongodb:// URI that names a database"),
                mailFrom,
                DkimSettings.from(settings, mailFrom),
                settings.secretBox("coursewise.mail-keys"),
                settings.secretBox("coursewise.data-keys"),
                KafkaSettings.from(settings),
                SmtpSettings.from(settings),
                DomainSettings.from(settings),
                RetrySettings.from(settings));
    }

    private static ConnectionString withDatabase(String text) {
        var uri = new ConnectionString(text);
        if (uri.getDatabase() == null) {
            throw new IllegalArgumentException("no database");
        }
        return uri;
    }
}
