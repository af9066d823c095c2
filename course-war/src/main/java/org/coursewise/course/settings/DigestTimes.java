package org.coursewise.course.settings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * When learners who asked for it are mailed recommendations: each at a time of their own, which follows from their id, so
 * that not all are mailed at once.
 *
 * @param isEver whether any mail goes
 * @param every from one mail to the next
 */
public record DigestTimes(boolean isEver, Duration every) {

    static final DigestTimes WEEKLY = new DigestTimes(true, Duration.ofDays(7));
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** @throws IllegalArgumentException or {@link java.time.DateTimeException} for any other text */
    static DigestTimes parse(String text) {
        if (text.equals("off")) {
            return new DigestTimes(false, WEEKLY.every());
        }
        var every = Duration.parse(text);
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(text);
        }
        return new DigestTimes(true, every);
    }

    /** The learner's next time after a moment. */
    public Instant next(String learner, Instant moment) {
        return Instant.ofEpochMilli((week(learner, moment) + 1) * every.toMillis() + offset(learner));
    }

    /** What the mail of the week that a moment lies in is known by. */
    public UUID mailId(String learner, Instant moment) {
        return named("digest:" + learner + ":" + every + ":" + week(learner, moment));
    }

    /** The week, or however long it is, that began with the learner's last time. */
    private long week(String learner, Instant moment) {
        return Math.floorDiv(moment.toEpochMilli() - offset(learner), every.toMillis());
    }

    private long offset(String learner) {
        return Math.floorMod(named(learner).getMostSignificantBits(), every.toMillis());
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
