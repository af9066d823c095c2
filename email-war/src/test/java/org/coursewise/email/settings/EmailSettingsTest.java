package org.coursewise.email.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.coursewise.email.SettingsOfTests;
import org.coursewise.settings.InvalidSettingsException;
import org.coursewise.settings.Settings;
import org.junit.jupiter.api.Test;

class EmailSettingsTest {

    @Test
    void whatIsNotSetHasSafeDefaults() {
        var settings = read(SettingsOfTests.required());

        assertThat(settings.publicUrl()).isEqualTo(URI.create("https://learn.example.org"));
        assertThat(settings.mailFrom().name()).isEqualTo("Coursewise");
        assertThat(settings.smtp().startTlsRequired()).isTrue();
        assertThat(settings.smtp().port()).isEqualTo(587);
        assertThat(settings.smtp().credentials()).isEmpty();
        assertThat(settings.domains()).isEqualTo(new DomainSettings(10, Optional.empty()));
        assertThat(settings.smtp().connections())
                .as("some are left when one domain has all it may")
                .isGreaterThan(settings.domains().connections());
        assertThat(settings.retry())
                .isEqualTo(new RetrySettings(
                        60,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(30),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(1),
                        Duration.ofHours(24),
                        Optional.empty()));
    }

    @Test
    void everyKeyIsRead() {
        var keys = SettingsOfTests.required();
        keys.putAll(Map.of(
                "coursewise.mail-from", "The Academy <hello@example.org>",
                "coursewise.smtp-port", "3025",
                "coursewise.smtp-user", "mailer",
                "coursewise.smtp-password", "hunter2",
                "coursewise.smtp-starttls", "off",
                "coursewise.smtp-connections", "2",
                "coursewise.smtp-domain-connections", "1",
                "coursewise.smtp-domain-rate", "5",
                "coursewise.mail-max-attempts", "3"));
        var settings = read(keys);

        assertThat(settings.mailFrom().name()).isEqualTo("The Academy");
        assertThat(settings.mailFrom().address().value()).isEqualTo("hello@example.org");
        assertThat(settings.smtp().port()).isEqualTo(3025);
        assertThat(settings.smtp().credentials()).contains(new SmtpSettings.Credentials("mailer", "hunter2"));
        assertThat(settings.smtp().startTlsRequired()).isFalse();
        assertThat(settings.smtp().connections()).isEqualTo(2);
        assertThat(settings.domains()).isEqualTo(new DomainSettings(1, Optional.of(5)));
        assertThat(settings.retry().maxAttempts()).isEqualTo(3);
        assertThat(settings).asString().doesNotContain("hunter2");
    }

    @Test
    void everythingThatIsMissingOrWrongIsNamedAtOnce() {
        assertThatThrownBy(() -> read(Map.of(
                        "coursewise.mongodb-uri", "mongodb://host",
                        "coursewise.mail-from", "nobody",
                        "coursewise.smtp-starttls", "maybe",
                        "coursewise.smtp-connections", "0",
                        "coursewise.smtp-domain-rate", "none")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("coursewise.public-url is not set")
                .hasMessageContaining("coursewise.mail-keys is not set")
                .hasMessageContaining("coursewise.data-keys is not set")
                .hasMessageContaining("coursewise.smtp-host is not set")
                .hasMessageContaining("coursewise.mongodb-uri must be a mongodb:// URI that names a database")
                .hasMessageContaining("coursewise.mail-from must be an address")
                .hasMessageContaining("coursewise.smtp-starttls must be off or required, not 'maybe'")
                .hasMessageContaining("coursewise.smtp-domain-rate must be a whole number above 0: mails a second")
                .hasMessageContaining("coursewise.smtp-connections must be a whole number above 0");
    }

    @Test
    void aUserWithoutAPasswordIsAMistake() {
        var keys = new HashMap<>(SettingsOfTests.required());
        keys.put("coursewise.smtp-user", "mailer");
        assertThatThrownBy(() -> read(keys)).hasMessageContaining("coursewise.smtp-password is not set");
    }

    private static EmailSettings read(Map<String, String> keys) {
        return new Settings(key -> Optional.ofNullable(keys.get(key))).read(EmailSettings::from);
    }
}
