package org.coursewise.course.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    private Optional<String> readSlowly() {
        begun.complete(null);
        return slowly.join();
    }
}
