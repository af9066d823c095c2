package org.coursewise.rest.token;

import java.nio.file.Path;
import java.time.Duration;
import org.coursewise.settings.Settings;

/**
 * How the issuer's keys are kept at hand.
 *
 * @param jwksFile where MicroProfile JWT reads them; the server's configuration says so to both
 * @param refresh how often the issuer is asked
 */
record TokenSettings(Path jwksFile, Duration refresh) {

    static TokenSettings from(Settings settings) {
        return new TokenSettings(
                Path.of(settings.required("coursewise.jwks-file")),
                settings.duration("coursewise.jwks-refresh", Duration.ofSeconds(5)));
    }
}
