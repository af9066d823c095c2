package org.coursewise.course.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ShortMemoryTest {

    private static final long SECONDS = 10;

    private final ShortMemory<String, String> memory = new ShortMemory<>(1_000, String::length);
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Optional<String>> slowly = new CompletableFuture<>();

    @Test
    void ofTwoWhoAskAtOnceOneReads() throws Exception {
        var first = CompletableFuture.supplyAsync(() -> memory.find("key", this::readSlowly));
        begun.get(SECONDS, TimeUnit.SECONDS);
        var second = CompletableFuture.supplyAsync(() -> memory.find("key", () -> {
            throw new IllegalStateException("the other one reads");
        }));
        slowly.complete(Optional.of("value"));
        assertThat(first.get(SECONDS, TimeUnit.SECONDS)).contains("value");
        assertThat(second.get(SECONDS, TimeUnit.SECONDS)).contains("value");
    }

    @Test
    void whoAsksAfterAChangeDoesNotWaitForWhatWasReadBefore() throws Exception {
        var first = CompletableFuture.supplyAsync(() -> memory.find("key", this::readSlowly));
        begun.get(SECONDS, TimeUnit.SECONDS);
        memory.forget("key");
        assertThat(memory.find("key", () -> Optional.of("after"))).contains("after");
        slowly.complete(Optional.of("before"));
        assertThat(first.get(SECONDS, TimeUnit.SECONDS)).contains("before");
        assertThat(memory.ifKept("key")).contains("after");
    }

    @Test
    void whatCouldNotBeReadIsReadAgain() {
        assertThatThrownBy(() -> memory.find("key", () -> {
                    throw new IllegalStateException("no answer");
                }))
                .hasMessage("no answer");
        assertThat(memory.find("key", () -> Optional.of("value"))).contains("value");
    }

    @Test
    void whatIsHeardOfIsKeptUntilItIsForgottenAndForASecondWhenNobodyHears() {
        var isHeard = new AtomicBoolean(true);
        var now = new AtomicLong();
        var hearing =
                new ShortMemory<String, String>(1_000, String::length, Duration.ofMinutes(1), isHeard::get, now::get);
        hearing.find("key", () -> Optional.of("value"));
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(hearing.ifKept("key")).contains("value");
        isHeard.set(false);
        assertThat(hearing.ifKept("key")).isEmpty();
        assertThat(hearing.find("key", () -> Optional.of("other"))).contains("other");
        assertThat(hearing.ifKept("key")).contains("other");
        isHeard.set(true);
        hearing.forget("key");
        assertThat(hearing.ifKept("key")).isEmpty();
    }

    private Optional<String> readSlowly() {
        begun.complete(null);
        return slowly.join();
    }
}
