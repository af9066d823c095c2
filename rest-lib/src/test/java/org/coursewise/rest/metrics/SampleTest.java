package org.coursewise.rest.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SampleTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger waiting = new AtomicInteger(3);

    private final Sample<Integer> sample = new Sample<>(
            () -> {
                if (waiting.get() < 0) {
                    throw new IllegalStateException("The database is away");
                }
                return waiting.get();
            },
            now::get);

    @Test
    void beforeTheFirstAnswerThereIsNoNumber() {
        assertThat(figure()).isNaN();
    }

    @Test
    void theLastAnswerIsShownUntilTheNextIsThere() {
        sample.ask();
        waiting.set(4);
        assertThat(figure()).isEqualTo(3);
        sample.ask();
        assertThat(figure()).isEqualTo(4);
    }

    @Test
    void whoCannotBeAskedHasNoNumberUntilItAnswersAgain() {
        sample.ask();
        waiting.set(-1);
        sample.ask();
        assertThat(figure()).isNaN();
        waiting.set(7);
        sample.ask();
        assertThat(figure()).isEqualTo(7);
    }

    @Test
    void anAnswerDoesNotOutliveAQuestionThatHangs() {
        sample.ask();
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(figure()).isNaN();
    }

    private double figure() {
        return sample.of(Integer::doubleValue);
    }
}
