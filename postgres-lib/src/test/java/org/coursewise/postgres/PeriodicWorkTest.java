package org.coursewise.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PeriodicWorkTest {

    private static final int TIMES = 3;

    private final CountDownLatch done = new CountDownLatch(TIMES);
    private final AtomicInteger count = new AtomicInteger();

    @Test
    void whatFailsIsTriedAgainUntilItIsStopped() throws InterruptedException {
        var work = new PeriodicWork(Duration.ofMillis(1), "This fails to test that it goes on");
        var executor = Executors.newSingleThreadExecutor();
        work.start(executor, () -> {
            count.incrementAndGet();
            done.countDown();
            throw new IllegalStateException("as a database does that is away");
        });
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(work.isStopped()).isFalse();
        work.stop();
        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(work.isStopped()).isTrue();
        assertThat(count.get()).isGreaterThanOrEqualTo(TIMES);
    }
}
