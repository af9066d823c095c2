package org.coursewise.auth.device;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** When something happened and from where, as mails tell it. */
public record Occasion(Instant at, Device device) {

    // no language's own order of day and month: the reader's may be another
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What the templates call it; never blank. */
    public Map<String, String> variables() {
        return Map.of(
                "at",
                TIME.format(at),
                "device",
                device.agent().harmlessName(),
                "address",
                device.address().isBlank() ? "?" : device.address());
    }
}
