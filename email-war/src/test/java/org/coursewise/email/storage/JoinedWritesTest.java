package org.coursewise.email.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JoinedWritesTest {

    @Test
    void whatComesDuringAWriteGoesWithTheNext() throws Exception {
        var commands = new ArrayList<List<Integer>>();
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var asking = new AtomicInteger();
        var writes = new JoinedWrites<Integer, String>(numbers -> {
            commands.add(numbers);
            begun.countDown();
            wait(mayEnd);
            return numbers.stream().map(number -> "wrote " + number).toList();
        });
        var threads = Executors.newCachedThreadPool();
        try {
            var first = threads.submit(() -> writes.write(0));
            begun.await();
            var others = new ArrayList<Future<String>>();
            for (var i = 1; i <= 20; i++) {
                var number = i;
                others.add(threads.submit(() -> {
                    asking.incrementAndGet();
                    return writes.write(number);
                }));
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> asking.get() == 20);
            mayEnd.countDown();

            assertThat(first.get()).isEqualTo("wrote 0");
            for (var i = 1; i <= 20; i++) {
                assertThat(others.get(i - 1).get()).isEqualTo("wrote " + i);
            }
            assertThat(commands).hasSizeLessThan(8);
            assertThat(commands.stream().mapToInt(List::size).sum()).isEqualTo(21);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFailureIsToldToEachWhoseWriteItWasAndToNobodyElse() throws Exception {
        var writes = new JoinedWrites<Integer, Integer>(numbers -> {
            if (numbers.contains(13)) {
                throw new IllegalArgumentException("thirteen");
            }
            return numbers;
        });

        assertThatThrownBy(() -> writes.write(13)).hasMessage("thirteen");
        assertThat(writes.write(14)).isEqualTo(14);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
