package org.coursewise.auth.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts wrong secrets by client and by address. A secret has 256 bits, nobody guesses it: this bounds what wrong ones
 * cost, and never decides over a right one, which strangers could turn against a client. Each replica counts for itself.
 */
final class WrongSecrets {

    /** What becomes of a wrong secret. */
    enum Verdict {
        /** It is kept in the audit trail and answered. */
        COUNTED,
        /** The first one too many; that is kept too. */
        LIMIT_PASSED,
        /** One of many; nothing is written. */
        THROTTLED
    }

    private static final int MOST_KNOWN = 20_000;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final ClientSettings settings;
    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();

    private static final class Window {
        private final Instant end;
        private int count;

        private Window(Instant end) {
            this.end = end;
        }
    }

    WrongSecrets(ClientSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** For a client that exists. */
    Verdict count(String clientId, String address) {
        var ofClient = count("client:" + clientId, settings.failures());
        var ofAddress = count(address);
        return ofClient.compareTo(ofAddress) > 0 ? ofClient : ofAddress;
    }

    /** For one that does not: there is nothing to guess, and no name of a stranger's is remembered. */
    Verdict count(String address) {
        return count("address:" + address, settings.failuresPerAddress());
    }

    /** When to come again. */
    Duration pause() {
        return settings.window().compareTo(LONGEST_PAUSE) < 0 ? settings.window() : LONGEST_PAUSE;
    }

    private synchronized Verdict count(String whom, int limit) {
        var now = clock.instant();
        var window = windows.get(whom);
        if (window == null || !now.isBefore(window.end)) {
            makeRoom(now);
            window = new Window(now.plus(settings.window()));
            windows.put(whom, window);
        }
        window.count++;
        if (window.count <= limit) {
            return Verdict.COUNTED;
        }
        return window.count == limit + 1 ? Verdict.LIMIT_PASSED : Verdict.THROTTLED;
    }

    private void makeRoom(Instant now) {
        if (windows.size() >= MOST_KNOWN) {
            windows.values().removeIf(window -> !now.isBefore(window.end));
        }
        if (windows.size() >= MOST_KNOWN) {
            // memory is worth more than the count of so many
            windows.clear();
        }
    }
}
