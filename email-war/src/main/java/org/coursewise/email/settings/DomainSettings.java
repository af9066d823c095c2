package org.coursewise.email.settings;

import java.util.Optional;
import org.coursewise.settings.Settings;

/**
 * How much of this process one recipient domain may have.
 *
 * @param connections mails to it that are under way at once, at most
 * @param mailsPerSecond that begin, at most; absent when they may begin as fast as they can
 */
public record DomainSettings(int connections, Optional<Integer> mailsPerSecond) {

    static DomainSettings from(Settings settings) {
        return new DomainSettings(
                settings.parsed(
                        "coursewise.smtp-domain-connections", 10, SmtpSettings::positive, "a whole number above 0"),
                settings.parsed(
                        "coursewise.smtp-domain-rate",
                        Optional.empty(),
                        text -> Optional.of(SmtpSettings.positive(text)),
                        "a whole number above 0: mails a second"));
    }
}
