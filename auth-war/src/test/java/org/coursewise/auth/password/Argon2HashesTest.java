package org.coursewise.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.coursewise.auth.problem.AuthException;
import org.junit.jupiter.api.Test;

class Argon2HashesTest {

    /** More than may wait. */
    private static final int MANY = 60;

    private final Argon2Hashes hashes = new Argon2Hashes(2, Duration.ofSeconds(5), () -> {});

    @Test
    void aHashTellsItsParametersAndNothingElse() {
        var hash = hashes.hash("correct horse");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("horse");
        assertThat(hashes.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void thePasswordThatMadeTheHashIsRecognisedAndNoOther() {
        var hash = hashes.hash("pässwörd 🐎");
        assertThat(hashes.verify("pässwörd 🐎", hash)).isTrue();
        assertThat(hashes.verify("passwort", hash)).isFalse();
    }

    @Test
    void everyCharacterOfALongPasswordCounts() {
        var hash = hashes.hash("x".repeat(127) + "a");
        assertThat(hashes.verify("x".repeat(127) + "b", hash)).isFalse();
    }

    @Test
    void aHashWithOtherParametersIsOutdated() {
        assertThat(hashes.outdated("$argon2id$v=19$m=7168,t=5,p=1$c2FsdHNhbHQ$aGFzaA"))
                .isTrue();
        assertThat(hashes.outdated(hashes.hash("any"))).isFalse();
    }

    @Test
    void whileTooManyWaitNobodyElseIsLetIn() throws Exception {
        var refusals = new AtomicInteger();
        var narrow = new Argon2Hashes(1, Duration.ofSeconds(30), refusals::incrementAndGet);
        narrow.demandTurn();
        var threads = Executors.newFixedThreadPool(MANY);
        for (var i = 0; i < MANY; i++) {
            threads.execute(() -> narrow.hash("one of many"));
        }
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var refused = false;
        while (!refused && System.nanoTime() < deadline) {
            refused = isRefused(narrow);
        }
        assertThat(refused).isTrue();
        assertThat(refusals).hasPositiveValue();
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        narrow.demandTurn();
    }

    private static boolean isRefused(Argon2Hashes hashes) {
        try {
            hashes.demandTurn();
            return false;
        } catch (AuthException.HashingBusy e) {
            return true;
        }
    }

    @Test
    void whoCannotBeginInTimeIsAskedToComeBack() throws Exception {
        var refusals = new AtomicInteger();
        var narrow = new Argon2Hashes(1, Duration.ZERO, refusals::incrementAndGet);
        var refused = new AtomicReference<AuthException.HashingBusy>();
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var threads = Executors.newFixedThreadPool(2);
        for (var i = 0; i < 2; i++) {
            threads.execute(() -> {
                while (refused.get() == null && System.nanoTime() < deadline) {
                    try {
                        narrow.hash("one of two at once");
                    } catch (AuthException.HashingBusy e) {
                        refused.set(e);
                    }
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(refused.get()).isNotNull();
        assertThat(refused.get().retryAfter()).isPositive();
        assertThat(refusals).hasPositiveValue();
        assertThat(narrow.running()).isZero();
        assertThat(narrow.waiting()).isZero();
    }

    @Test
    void soIsWhoWaitedForTheOneThatChecksHashesOfOtherKinds() throws Exception {
        var foreign = "$pbkdf2-sha256$i=200000$c2FsdHNhbHRzYWx0c2FsdA$fhj8cvG81zKkjSRawgN4u+6Bv6y1sl9KjqQVyZ+FGhk";
        var looks = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(4);
        try {
            var tries = new ArrayList<Future<Boolean>>();
            for (var i = 0; i < 4; i++) {
                tries.add(pool.submit(() -> hashes.verify("wrong", foreign, looks::incrementAndGet)));
            }
            for (var each : tries) {
                assertThat(each.get()).isFalse();
            }
            assertThat(looks).hasPositiveValue();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void whoHadToWaitIsLookedAtOnceMoreBeforeTheWorkBegins() throws Exception {
        var hashes = new Argon2Hashes(1, Duration.ofSeconds(30), () -> {});
        var hash = hashes.hash("correct horse");
        var calledOff = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(8);
        try {
            var tries = new ArrayList<Future<?>>();
            for (var i = 0; i < 8; i++) {
                tries.add(pool.submit(() -> hashes.verify("wrong", hash, () -> {
                    calledOff.incrementAndGet();
                    throw new IllegalStateException("called off");
                })));
            }
            var failed = 0;
            for (var each : tries) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    failed++;
                }
            }
            assertThat(failed).isEqualTo(calledOff.get()).isBetween(1, 7);
            assertThat(hashes.verify("correct horse", hash))
                    .as("the turn was given back")
                    .isTrue();
        } finally {
            pool.shutdown();
        }
    }
}
