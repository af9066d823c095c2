package org.coursewise.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RequestQueueTest {

    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

    @Test
    void itIsTooLongWhileATaskWaitsLongerThanRequestsShould() {
        var queue = new RequestQueue(Duration.ZERO);
        assertThat(queue.isTooLong()).isFalse();
        queue.probe(waiting::add);
        Awaitility.await().until(queue::isTooLong);
        waiting.remove().run();
        assertThat(queue.isTooLong()).isFalse();
    }

    @Test
    void aTaskThatHasNotWaitedLongSaysNothing() {
        var queue = new RequestQueue(Duration.ofHours(1));
        queue.probe(waiting::add);
        assertThat(queue.isTooLong()).isFalse();
    }

    @Test
    void thereIsOneTaskAtATime() {
        var queue = new RequestQueue(Duration.ZERO);
        queue.probe(waiting::add);
        queue.probe(waiting::add);
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        queue.probe(waiting::add);
        assertThat(waiting).hasSize(1);
    }

    @Test
    void aServerThatTakesNoMoreTasksIsNotBusy() {
        var queue = new RequestQueue(Duration.ZERO);
        queue.probe(task -> {
            throw new RejectedExecutionException();
        });
        assertThat(queue.isTooLong()).isFalse();
    }
}
