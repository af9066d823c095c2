package org.coursewise.email;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.coursewise.email.settings.EmailSettings;
import org.coursewise.settings.Settings;

/** Settings as an operator would write them. */
public final class SettingsOfTests {

    private static final String KEY = "test:" + Base64.getEncoder().encodeToString(new byte[32]);

    private SettingsOfTests() {}

    /** Those without a default; a map to be added to. */
    public static Map<String, String> required() {
        return new HashMap<>(Map.of(
                "coursewise.public-url", "https://learn.example.org/",
                "coursewise.api-url", "https://api.example.org/",
                "coursewise.mongodb-uri", "mongodb://localhost/email",
                "coursewise.kafka-bootstrap-servers", "localhost:9092",
                "coursewise.smtp-host", "localhost",
                "coursewise.mail-from", "no-reply@example.org",
                "coursewise.mail-keys", KEY,
                "coursewise.data-keys", KEY));
    }

    public static EmailSettings with(Map<String, String> more) {
        var keys = required();
        keys.putAll(more);
        return new Settings(key -> Optional.ofNullable(keys.get(key))).read(EmailSettings::from);
    }
}
