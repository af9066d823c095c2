package org.coursewise.auth.key;

import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All keys there are, and what each is good for at a moment. One signs; the next is published long before, so that every
 * verifier knows it by the time it signs; former ones are published until the last token they signed has expired.
 *
 * @param outlast how long after its last signature a key is needed: a token's lifetime and the clocks' difference
 */
record KeyRing(List<Key> keys, Duration outlast) {

    /** A key; signs from then on, until another does. Without a time it waits for a rotation. */
    record Key(
            ECKey jwk,
            JWSSigner signer,
            Instant createdAt,
            @Nullable Instant signsFrom) {

        String id() {
            return jwk.getKeyID();
        }

        private boolean signsBy(Instant now) {
            return signsFrom != null && !now.isBefore(signsFrom);
        }
    }

    KeyRing {
        keys = List.copyOf(keys);
    }

    /** The one that signs. Were there none that may sign by now, the oldest would have to. */
    Optional<Key> signing(Instant now) {
        return keys.stream()
                .filter(key -> key.signsBy(now))
                .max(Comparator.comparing(key -> Objects.requireNonNull(key.signsFrom())))
                .or(() -> keys.stream().min(Comparator.comparing(Key::createdAt)));
    }

    /** The one that signs after the next rotation. */
    Optional<Key> next() {
        return keys.stream().filter(key -> key.signsFrom() == null).min(Comparator.comparing(Key::createdAt));
    }

    /** Whether a key has been told to sign, but later. */
    boolean hasOneToCome(Instant now) {
        return keys.stream().anyMatch(key -> key.signsFrom() != null && !key.signsBy(now));
    }

    KeyStatus status(Key key, Instant now) {
        if (signing(now).filter(key::equals).isPresent()) {
            return KeyStatus.SIGNING;
        }
        return key.signsBy(now) ? KeyStatus.RETIRED : KeyStatus.NEXT;
    }

    /** When it is withdrawn; empty while no other has been told to sign after it. */
    Optional<Instant> leavesAt(Key key) {
        var from = key.signsFrom();
        return from == null
                ? Optional.empty()
                : keys.stream()
                        .map(Key::signsFrom)
                        .filter(Objects::nonNull)
                        .filter(from::isBefore)
                        .min(Comparator.naturalOrder())
                        .map(successor -> successor.plus(outlast));
    }

    /** Keys that no token needs any more. */
    List<Key> spent(Instant now) {
        return keys.stream()
                .filter(key -> leavesAt(key).filter(now::isAfter).isPresent())
                .toList();
    }
}
