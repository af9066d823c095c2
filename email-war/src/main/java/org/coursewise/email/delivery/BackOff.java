package org.coursewise.email.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.coursewise.email.settings.RetrySettings;

/**
 * How long a deferred mail waits: {@code min(longest, first · 2^(attempts-1))}, of which the second half is random, so that
 * mails that were deferred together do not come back together.
 */
final class BackOff {

    private static final int MOST_DOUBLINGS = 40;

    private final RetrySettings settings;
    private final RandomGenerator random;

    BackOff(RetrySettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    boolean isExhausted(int attempts) {
        return attempts >= settings.maxAttempts();
    }

    /** @param attempts made so far, at least one */
    Duration delay(int attempts) {
        var doublings = Math.min(attempts - 1, MOST_DOUBLINGS);
        var uncapped = Math.scalb((double) settings.firstDelay().toMillis(), doublings);
        var full = Math.min(uncapped, (double) settings.longestDelay().toMillis());
        return Duration.ofMillis(Math.round(full / 2 * (1 + random.nextDouble())));
    }
}
