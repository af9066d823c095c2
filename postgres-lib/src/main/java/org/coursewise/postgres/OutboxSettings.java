package org.coursewise.postgres;

import java.time.Duration;
import org.coursewise.events.KafkaSettings;
import org.coursewise.settings.Settings;

/**
 * What the outbox of a service is told; each service produces one.
 *
 * @param service its name, as in {@code auth}: events come from {@code /coursewise/auth}
 * @param retention how long a published event's envelope is kept
 */
public record OutboxSettings(String service, KafkaSettings kafka, Duration retention) {

    public static OutboxSettings from(String service, Settings settings) {
        return new OutboxSettings(
                service,
                KafkaSettings.from(settings),
                settings.duration("coursewise.outbox-retention", Duration.ofDays(7)));
    }
}
