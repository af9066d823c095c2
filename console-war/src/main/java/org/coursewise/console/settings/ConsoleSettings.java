package org.coursewise.console.settings;

import java.net.URI;
import java.time.Duration;
import org.coursewise.settings.Settings;

/**
 * The console's settings; the table in console-war/README.md says what each is for.
 *
 * @param apiTimeout how long one call of the API may take, from connecting to the last byte
 */
public record ConsoleSettings(URI apiUrl, Duration apiTimeout) {

    public static ConsoleSettings from(Settings settings) {
        return new ConsoleSettings(
                settings.uri("coursewise.api-url"),
                settings.duration("coursewise.api-timeout", Duration.ofSeconds(10)));
    }
}
