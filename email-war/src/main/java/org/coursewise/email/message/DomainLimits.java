package org.coursewise.email.message;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.coursewise.email.settings.DomainSettings;

/**
 * How many mails to a domain are under way, and when the next may begin. Times are those of {@link System#nanoTime}. Its
 * owner lets one thread in at a time.
 */
final class DomainLimits {

    private static final int MANY = 1_000;

    private final int most;
    private final long pause;
    private final Map<String, Use> uses = new HashMap<>();

    private static final class Use {
        private int underWay;
        private long nextAt;

        private boolean isOver(long now) {
            return underWay == 0 && now - nextAt >= 0;
        }
    }

    DomainLimits(DomainSettings settings) {
        this.most = settings.connections();
        this.pause = settings.mailsPerSecond()
                .map(rate -> TimeUnit.SECONDS.toNanos(1) / rate)
                .orElse(0L);
    }

    boolean allows(String domain, long now) {
        var use = uses.get(domain);
        return use == null || (use.underWay < most && (pause == 0 || now - use.nextAt >= 0));
    }

    void begin(String domain, long now) {
        if (uses.size() >= MANY) {
            uses.values().removeIf(use -> use.isOver(now));
        }
        var use = uses.computeIfAbsent(domain, key -> new Use());
        use.underWay++;
        use.nextAt = now + pause;
    }

    void end(String domain) {
        var use = uses.get(domain);
        if (use != null) {
            use.underWay--;
            if (use.underWay == 0 && pause == 0) {
                uses.remove(domain);
            }
        }
    }

    /** After so many nanoseconds a mail may begin that may not now, though none has ended. */
    long patience() {
        return pause == 0 ? Long.MAX_VALUE : pause;
    }
}
