package org.coursewise.course.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What was read from the database, kept for a second. What this replica changes is forgotten before the change is answered;
 * what another one changes shows within that second.
 */
final class ShortMemory<K, V> {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Cache<K, V> kept;
    private long changes;

    /** @param bytes about what a value takes */
    ShortMemory(long mostBytes, ToIntFunction<V> bytes) {
        kept = Caffeine.newBuilder()
                .expireAfterWrite(LONGEST)
                .maximumWeight(mostBytes)
                .weigher((K key, V value) -> bytes.applyAsInt(value))
                .build();
    }

    /** @param read not inside a transaction that has changed something: it would keep what is not committed */
    Optional<V> find(K key, Supplier<Optional<V>> read) {
        var known = kept.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        var before = changes();
        var found = read.get();
        found.ifPresent(value -> keep(key, value, before));
        return found;
    }

    private synchronized long changes() {
        return changes;
    }

    /** Not when something was changed while it was read: it may be the state before. */
    private synchronized void keep(K key, V value, long before) {
        if (changes == before) {
            kept.put(key, value);
        }
    }

    /** After the change was committed. */
    synchronized void forget(K key) {
        changes++;
        kept.invalidate(key);
    }

    /** After many changes were committed. */
    synchronized void forgetAll() {
        changes++;
        kept.invalidateAll();
    }
}
