package org.coursewise.auth.key;

import java.time.Duration;
import org.coursewise.settings.Settings;

/**
 * When keys follow each other.
 *
 * @param rotation how long a key signs
 * @param lead how long a key is published at least before it signs: verifiers may keep the key set for as long as its
 *     {@code Cache-Control} says
 * @param refresh how often a replica looks what the others have done
 */
record KeySettings(Duration rotation, Duration lead, Duration refresh) {

    static KeySettings from(Settings settings) {
        return new KeySettings(
                settings.duration("coursewise.signing-key-rotation", Duration.ofDays(30)),
                settings.duration("coursewise.signing-key-lead", PublicDocument.KEPT_FOR.plusSeconds(30)),
                settings.duration("coursewise.signing-key-refresh", Duration.ofSeconds(5)));
    }
}
