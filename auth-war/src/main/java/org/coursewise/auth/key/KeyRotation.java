package org.coursewise.auth.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.settings.AuthSettings;
import org.coursewise.rest.problem.ProblemException;

/** What happens to keys; each is one transaction, and of several replicas one alone does it. */
@ApplicationScoped
class KeyRotation {

    /** How much clocks may differ, and a token a server has begun to check may take. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    @Inject
    KeyCabinet cabinet;

    @Inject
    KeySettings settings;

    @Inject
    AuthSettings auth;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** All keys; where there are none the first one is made, and the one after it. */
    @Transactional
    KeyRing begin() {
        cabinet.lock();
        var now = clock.instant();
        if (cabinet.all().isEmpty()) {
            cabinet.make(now).signFrom(now);
        }
        keepOneWaiting(now);
        return ring();
    }

    /**
     * Rotates when it is time and removes what is spent.
     *
     * @param known what this replica knows; comes back when nothing has changed
     */
    @Transactional
    KeyRing tend(KeyRing known) {
        if (isDue(known) || !known.spent(clock.instant()).isEmpty()) {
            cabinet.lock();
            var ring = ring();
            ring.spent(clock.instant()).forEach(key -> cabinet.find(key.id()).ifPresent(cabinet::remove));
            if (isDue(ring)) {
                audit.recordBySystem(AuditType.SIGNING_KEY_ROTATED, null, Map.of("kid", promoteNext()));
            }
            return ring();
        }
        return timesOf(cabinet.all()).equals(times(known)) ? known : ring();
    }

    /** The next key signs as soon as every verifier knows it; another is made to come after it. */
    @Transactional
    KeyRing rotate() {
        cabinet.lock();
        audit.record(AuditType.SIGNING_KEY_ROTATED, null, Map.of("kid", promoteNext()));
        return ring();
    }

    /**
     * Withdraws a key: what it signed is refused everywhere as soon as verifiers have looked again. The next signs at once.
     *
     * @throws ProblemException 404 when there is no such key
     */
    @Transactional
    KeyRing revoke(String kid) {
        cabinet.lock();
        var now = clock.instant();
        var key = cabinet.find(kid).orElseThrow(() -> ProblemException.notFound("key"));
        cabinet.remove(key);
        audit.record(AuditType.SIGNING_KEY_REVOKED, null, Map.of("kid", kid));
        if (hasNoSuccessor(key, now)) {
            waiting().orElseGet(() -> cabinet.make(now)).signFrom(now);
        }
        keepOneWaiting(now);
        return ring();
    }

    private boolean hasNoSuccessor(SigningKey key, Instant now) {
        var from = key.signsFrom();
        return from != null
                && cabinet.all().stream()
                        .map(SigningKey::signsFrom)
                        .filter(Objects::nonNull)
                        .filter(successor -> !successor.isAfter(now))
                        .noneMatch(from::isBefore);
    }

    private boolean isDue(KeyRing ring) {
        var now = clock.instant();
        return !ring.hasOneToCome(now)
                && ring.signing(now)
                        .map(KeyRing.Key::signsFrom)
                        .filter(since -> !now.isBefore(since.plus(settings.rotation())))
                        .isPresent();
    }

    /** @return the id of the key that is to sign */
    private String promoteNext() {
        var now = clock.instant();
        var next = waiting().orElseGet(() -> cabinet.make(now));
        var known = next.createdAt().plus(settings.lead());
        next.signFrom(known.isAfter(now) ? known : now);
        cabinet.make(now);
        return next.kid();
    }

    private void keepOneWaiting(Instant now) {
        if (waiting().isEmpty()) {
            cabinet.make(now);
        }
    }

    private Optional<SigningKey> waiting() {
        return cabinet.all().stream()
                .filter(key -> key.signsFrom() == null)
                .min(Comparator.comparing(SigningKey::createdAt));
    }

    private KeyRing ring() {
        return new KeyRing(
                cabinet.all().stream().map(cabinet::open).toList(),
                auth.accessTokenLifetime().plus(GRACE));
    }

    private static Map<String, Optional<Instant>> timesOf(List<SigningKey> keys) {
        return keys.stream().collect(Collectors.toMap(SigningKey::kid, key -> Optional.ofNullable(key.signsFrom())));
    }

    private static Map<String, Optional<Instant>> times(KeyRing ring) {
        return ring.keys().stream()
                .collect(Collectors.toMap(KeyRing.Key::id, key -> Optional.ofNullable(key.signsFrom())));
    }
}
