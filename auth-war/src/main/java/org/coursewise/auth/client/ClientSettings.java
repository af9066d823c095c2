package org.coursewise.auth.client;

import java.time.Duration;
import org.coursewise.settings.Settings;

/**
 * How many wrong secrets are answered and kept one by one; auth-war/README.md says what happens to further ones.
 *
 * @param failures for one client
 * @param failuresPerAddress from one address, whichever clients they name
 * @param window how long they count
 */
record ClientSettings(int failures, int failuresPerAddress, Duration window) {

    static ClientSettings from(Settings settings) {
        return new ClientSettings(
                settings.integer("coursewise.client-failures", 10),
                settings.integer("coursewise.client-failures-per-address", 100),
                settings.duration("coursewise.client-failures-window", Duration.ofMinutes(15)));
    }
}
