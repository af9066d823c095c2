package org.coursewise.course.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What was read from the database, kept for a second, and longer where all changes are heard. What this replica changes is
 * forgotten before the change is answered; what another one changes shows within that second. Of many who ask for the same
 * at once one reads, and the others wait for what it finds, unless something was changed since it began.
 */
final class ShortMemory<K, V> {

    private static final Duration UNHEARD = Duration.ofSeconds(1);

    private final Cache<K, Kept<V>> kept;
    private final BooleanSupplier isHeard;
    private final Ticker ticker;
    private final Map<K, Reading<V>> underway = new HashMap<>();
    private long changes;

    /** @param before how many changes there had been when it began */
    private record Reading<V>(long before, CompletableFuture<Optional<V>> found) {}

    /** @param readAt by the ticker */
    private record Kept<V>(V value, long readAt) {}

    /** @param bytes about what a value takes */
    ShortMemory(long mostBytes, ToIntFunction<V> bytes) {
        this(mostBytes, bytes, UNHEARD, () -> false, Ticker.systemTicker());
    }

    /**
     * One that may be told of whatever anybody changes.
     *
     * @param longest what is kept as long as that is so
     * @param isHeard whether it is so at the moment; for as long as it is not, a second holds
     */
    ShortMemory(long mostBytes, ToIntFunction<V> bytes, Duration longest, BooleanSupplier isHeard, Ticker ticker) {
        this.isHeard = isHeard;
        this.ticker = ticker;
        kept = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(longest)
                .maximumWeight(mostBytes)
                .weigher((K key, Kept<V> value) -> bytes.applyAsInt(value.value()))
                .build();
    }

    /** Without reading it where it is not kept. */
    Optional<V> ifKept(K key) {
        var known = kept.getIfPresent(key);
        return known != null && (ticker.read() - known.readAt() < UNHEARD.toNanos() || isHeard.getAsBoolean())
                ? Optional.of(known.value())
                : Optional.empty();
    }

    /** @param read not inside a transaction that has changed something: it would keep what is not committed */
    Optional<V> find(K key, Supplier<Optional<V>> read) {
        var known = ifKept(key);
        if (known.isPresent()) {
            return known;
        }
        var mine = new CompletableFuture<Optional<V>>();
        var reading = begin(key, mine);
        if (reading.found() != mine) {
            try {
                return reading.found().join();
            } catch (CompletionException e) {
                // what befell the other need not befall this one
                return read.get();
            }
        }
        try {
            var found = read.get();
            end(key, reading, found);
            mine.complete(found);
            return found;
        } finally {
            if (!mine.isDone()) {
                end(key, reading, Optional.empty());
                mine.completeExceptionally(new IllegalStateException("Could not be read"));
            }
        }
    }

    private synchronized Reading<V> begin(K key, CompletableFuture<Optional<V>> mine) {
        var other = underway.get(key);
        if (other != null && other.before() == changes) {
            return other;
        }
        var reading = new Reading<V>(changes, mine);
        underway.put(key, reading);
        return reading;
    }

    /** Nothing is kept when something was changed while it was read: it may be the state before. */
    private synchronized void end(K key, Reading<V> reading, Optional<V> found) {
        underway.remove(key, reading);
        if (changes == reading.before()) {
            found.ifPresent(value -> kept.put(key, new Kept<>(value, ticker.read())));
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
