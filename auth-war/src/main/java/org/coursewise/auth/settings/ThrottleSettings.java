package org.coursewise.auth.settings;

import java.time.Duration;
import org.coursewise.settings.Settings;

/**
 * When strangers are slowed down.
 *
 * @param accountFailures failed log-ins under one name within the window, after which few are let through
 * @param addressFailures the same from one client address
 * @param pause how long after one try, once there were so many, the next is let through
 * @param mailsAnHour how many mails strangers may have sent to one mailbox
 */
public record ThrottleSettings(
        int accountFailures, int addressFailures, Duration window, Duration pause, int mailsAnHour) {

    static ThrottleSettings from(Settings settings) {
        return new ThrottleSettings(
                settings.integer("coursewise.throttle-account-failures", 10),
                settings.integer("coursewise.throttle-address-failures", 100),
                settings.duration("coursewise.throttle-window", Duration.ofMinutes(15)),
                settings.duration("coursewise.throttle-pause", Duration.ofMinutes(1)),
                settings.integer("coursewise.mails-an-hour", 5));
    }
}
