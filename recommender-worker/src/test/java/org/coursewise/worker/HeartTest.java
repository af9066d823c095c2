package org.coursewise.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class HeartTest {

    private static final Duration SOON = Duration.ofMillis(1);
    private static final long DEADLINE =
            System.nanoTime() + Duration.ofSeconds(30).toNanos();

    @Test
    void whoseJobIsTakenAwayIsInterruptedUntilTheHeartStops() {
        try (var heart = new Heart(stages -> false, SOON)) {
            heart.progress("reading", 1);
            while (!Thread.currentThread().isInterrupted() && System.nanoTime() < DEADLINE) {
                Thread.onSpinWait();
            }
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
        assertThat(Thread.currentThread().isInterrupted())
                .as("the next job is not that one's")
                .isFalse();
    }

    @Test
    void eachBeatTellsHowFarTheJobIs() {
        var told = new CopyOnWriteArrayList<List<Stage>>();
        try (var heart = new Heart(told::add, SOON)) {
            heart.progress("reading", 1);
            heart.progress("tuning", .5);
            while (!told.contains(heart.stages()) && System.nanoTime() < DEADLINE) {
                Thread.onSpinWait();
            }
        }
        assertThat(told).contains(List.of(new Stage("reading", 1), new Stage("tuning", .5)));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
