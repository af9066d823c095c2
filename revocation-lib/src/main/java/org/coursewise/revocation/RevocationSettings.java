package org.coursewise.revocation;

import java.time.Duration;
import org.coursewise.events.KafkaSettings;
import org.coursewise.settings.Settings;

/**
 * What the deny list is told from outside.
 *
 * @param accessTokenLifetime as auth has it: a fact that is older touches no token that is still good
 */
record RevocationSettings(KafkaSettings kafka, Duration accessTokenLifetime) {

    static RevocationSettings from(Settings settings) {
        return new RevocationSettings(
                KafkaSettings.from(settings),
                settings.duration("coursewise.access-token-lifetime", Duration.ofMinutes(10)));
    }
}
