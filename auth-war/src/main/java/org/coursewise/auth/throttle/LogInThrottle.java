package org.coursewise.auth.throttle;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.device.Device;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.auth.settings.AuthSettings;
import org.coursewise.auth.settings.ThrottleSettings;
import org.coursewise.auth.throttle.Standing.Count;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Slows down whoever guesses passwords (OWASP ASVS 5.0, 6.3.1), names that nobody has like any other. Only failures
 * count. Nobody is locked out: in a network that an account is known in only the failures from that network count, one
 * try a minute goes through in any case, and a reset forgets all of them.
 */
@ApplicationScoped
public class LogInThrottle {

    private static final Metadata THROTTLED = Metadata.builder()
            .withName("coursewise_log_ins_throttled")
            .withDescription("Log-ins refused because too many had failed; each was a 429")
            .build();

    @Inject
    FailedLogIns failures;

    @Inject
    AuditTrail audit;

    @Inject
    AuthSettings settings;

    @Inject
    MetricRegistry metrics;

    @Inject
    Clock clock;

    private final Reported reported = new Reported();

    /** Shown from the beginning, so that the first one is a rise. */
    @PostConstruct
    void showNone() {
        throttled(Count.ACCOUNT);
        throttled(Count.ADDRESS);
    }

    /**
     * To be called before a password is checked.
     *
     * @throws AuthException.Throttled when it is not to be checked
     */
    public Attempt admit(EmailAddress email, Device device) {
        var place = Place.of(email, device);
        var now = clock.instant();
        var standing = standing(place, now);
        var reached = standing.reached(limits());
        for (var count : reached) {
            var wait = untilLetThrough(place, standing, count, now);
            if (!wait.isZero()) {
                throw refused(place, standing, count, wait);
            }
        }
        return new Attempt(this, place, standing, !reached.isEmpty());
    }

    /** Forgets the failures under a name, in the caller's transaction: its owner has shown who they are. */
    public void forget(EmailAddress email) {
        failures.forget(Place.name(email));
    }

    /** Removes what counts no more. */
    public void prune() {
        var now = clock.instant();
        failures.prune(now.minus(limits().window()), now);
    }

    void requireRoom(Place place) {
        var standing = standing(place, clock.instant());
        standing.reached(limits()).stream().findFirst().ifPresent(count -> {
            throw refused(place, standing, count, limits().pause());
        });
    }

    void count(Place place, Standing standing, String reason) {
        failures.add(place, standing.account(), reason, clock.instant());
    }

    AuthException refusal(Standing standing, boolean withPass) {
        return standing.strangersWait(limits()) && !withPass
                ? new AuthException.Throttled(limits().pause())
                : new AuthException.InvalidCredentials();
    }

    private Standing standing(Place place, Instant now) {
        return failures.standing(place, now.minus(limits().window()));
    }

    private Duration untilLetThrough(Place place, Standing standing, Count count, Instant now) {
        var limit = count == Count.ADDRESS ? limits().addressFailures() : limits().accountFailures();
        var notBefore = standing.of(count).notBefore(limit, limits().pause(), now);
        return notBefore == null
                ? failures.takePass(place.key(count), limits().pause(), now)
                : Duration.between(now, notBefore);
    }

    private AuthException.Throttled refused(Place place, Standing standing, Count count, Duration wait) {
        var by = count == Count.ADDRESS ? Count.ADDRESS : Count.ACCOUNT;
        throttled(by).inc();
        if (reported.isDue(place.key(count), clock.instant(), limits().pause())) {
            audit.recordRefusal(
                    AuditType.THROTTLED,
                    standing.account(),
                    Map.of("by", by.name().toLowerCase(Locale.ROOT)));
        }
        return new AuthException.Throttled(wait);
    }

    private Counter throttled(Count by) {
        return metrics.counter(THROTTLED, new Tag("by", by.name().toLowerCase(Locale.ROOT)));
    }

    private ThrottleSettings limits() {
        return settings.throttle();
    }
}
