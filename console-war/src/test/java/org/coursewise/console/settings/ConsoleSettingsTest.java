package org.coursewise.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.coursewise.settings.Settings;
import org.junit.jupiter.api.Test;

class ConsoleSettingsTest {

    @Test
    void theApisAddressIsAllThatMustBeSaid() {
        assertThat(read(Map.of("coursewise.api-url", "https://api.example.org/")))
                .isEqualTo(new ConsoleSettings(URI.create("https://api.example.org"), Duration.ofSeconds(10)));
    }

    @Test
    void everySettingIsReadByItsName() {
        assertThat(read(Map.of("coursewise.api-url", "http://127.0.0.1:8080", "coursewise.api-timeout", "PT3S")))
                .isEqualTo(new ConsoleSettings(URI.create("http://127.0.0.1:8080"), Duration.ofSeconds(3)));
    }

    @Test
    void aMissingAddressIsNamed() {
        assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("coursewise.api-url is not set");
    }

    private static ConsoleSettings read(Map<String, String> values) {
        return new Settings(key -> Optional.ofNullable(values.get(key))).read(ConsoleSettings::from);
    }
}
