package org.coursewise.email.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.coursewise.settings.Settings;

/**
 * How often and how long a mail is tried. With the defaults the last of sixty attempts falls about a day after the first:
 * as long as the longest link in a mail is valid.
 *
 * @param maxAttempts a mail that was deferred this often has failed
 * @param firstDelay before the second attempt; doubled for each further one
 * @param longestDelay where doubling ends
 * @param lease how long an attempt belongs to the process that began it, unless that renews it
 * @param pollInterval how often the database is asked for what is due
 * @param secretsKept how long a bounced or failed message keeps its sealed variables, without which it can't be retried
 * @param receipts the file in which what was just sent is noted; nothing is noted when absent
 */
public record RetrySettings(
        int maxAttempts,
        Duration firstDelay,
        Duration longestDelay,
        Duration lease,
        Duration pollInterval,
        Duration secretsKept,
        Optional<Path> receipts) {

    static RetrySettings from(Settings settings) {
        return new RetrySettings(
                settings.parsed("coursewise.mail-max-attempts", 60, SmtpSettings::positive, "a whole number above 0"),
                settings.duration("coursewise.mail-first-retry", Duration.ofSeconds(5)),
                settings.duration("coursewise.mail-longest-retry", Duration.ofMinutes(30)),
                settings.duration("coursewise.mail-lease", Duration.ofSeconds(30)),
                settings.duration("coursewise.mail-poll-interval", Duration.ofSeconds(1)),
                settings.duration("coursewise.mail-secrets-kept", Duration.ofHours(24)),
                settings.optional("coursewise.mail-receipts").map(Path::of));
    }
}
