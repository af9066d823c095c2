package org.coursewise.events.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.utils.Time;
import org.coursewise.events.ThreadTraceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsumerHealthTest {

    private static final String COORDINATION = "consumer-coordinator-metrics";
    private static final String FETCHING = "consumer-fetch-manager-metrics";

    private final Map<String, Double> figures = new HashMap<>();
    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicBoolean kafkaAnswers = new AtomicBoolean(true);
    private final ConsumerPulse pulse = new ConsumerPulse();
    private final EventConsumer consumer = new EventConsumer(
            new ConsumerSettings(
                    "health-test", "said", 1, 1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofNanos(1)),
            event -> {},
            failure -> false,
            new DeadLetters(() -> {
                throw new IllegalStateException("not used");
            }),
            new ThreadTraceScope(),
            Runnable::run);
    private final ConsumerHealth health = new ConsumerHealth(consumer, kafkaAnswers::get, nanoTime::get);

    @AfterEach
    void end() {
        pulse.close();
    }

    @Test
    void aConsumerThatWasNeverMadeIsNotWell() {
        assertThat(health.examine().well()).isFalse();
    }

    @Test
    void aConsumerIsNotWellBeforeItHasJoined() {
        begin();
        assertThat(health.examine()).isEqualTo(new ConsumerHealth.Finding(false, "has not joined its group yet"));
        joined();
        assertThat(health.examine()).isEqualTo(new ConsumerHealth.Finding(true, "reads 3 partitions"));
    }

    @Test
    void aConsumerThatFetchesIsWell() {
        begin();
        joined();
        for (var fetches = 1; fetches < 5; fetches++) {
            figures.put("fetch-total", (double) fetches);
            later(60);
            assertThat(health.examine().well()).isTrue();
        }
    }

    @Test
    void aConsumerThatReadsNoMoreThoughKafkaAnswersIsNotWell() {
        begin();
        joined();
        assertThat(health.examine().well()).isTrue();
        later(20);
        assertThat(health.examine()).isEqualTo(new ConsumerHealth.Finding(true, "silent for a moment"));
        later(20);
        assertThat(health.examine().well()).isFalse();
        later(20);
        assertThat(health.examine().well()).isFalse();
    }

    @Test
    void aConsumerIsWellWhileKafkaIsAwayAndHasTimeToFindItAgain() {
        begin();
        joined();
        kafkaAnswers.set(false);
        assertThat(health.examine().well()).isTrue();
        later(100);
        assertThat(health.examine()).isEqualTo(new ConsumerHealth.Finding(true, "waits for Kafka"));
        kafkaAnswers.set(true);
        later(10);
        assertThat(health.examine().well()).isTrue();
        later(40);
        assertThat(health.examine().well()).isFalse();
    }

    @Test
    void aConsumerThatStandsByIsWellWhileItBelongsToItsGroup() {
        begin();
        joined();
        figures.put("assigned-partitions", 0.0);
        for (var beats = 1; beats < 5; beats++) {
            figures.put("heartbeat-total", (double) beats);
            later(60);
            assertThat(health.examine().well()).isTrue();
        }
    }

    @Test
    void anEventThatTakesTooLongIsStuckButOneThatWaitsIsNot() {
        begin();
        joined();
        var record = Records.good("ada", 41);
        consumer.inHand().attempt(record);
        assertThat(health.examine()).isEqualTo(new ConsumerHealth.Finding(false, "stuck at said-2@41"));
        consumer.inHand().waits(record);
        later(3_600);
        assertThat(health.examine()).isEqualTo(new ConsumerHealth.Finding(true, "waits for infrastructure"));
    }

    @Test
    void aConsumerThatWasClosedIsNotWell() {
        begin();
        joined();
        pulse.close();
        assertThat(health.examine().well()).isFalse();
    }

    private void begin() {
        pulse.configure(Map.of("group.id", "health-test"));
        pulse.init(List.of(
                figure(COORDINATION, "assigned-partitions"),
                figure(COORDINATION, "heartbeat-total"),
                figure(COORDINATION, "rebalance-total"),
                figure(FETCHING, "fetch-total")));
    }

    private void joined() {
        figures.put("rebalance-total", 1.0);
        figures.put("assigned-partitions", 3.0);
    }

    private void later(int seconds) {
        nanoTime.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private KafkaMetric figure(String group, String name) {
        Gauge<Double> gauge = (config, now) -> figures.getOrDefault(name, 0.0);
        return new KafkaMetric(
                new Object(), new MetricName(name, group, "", Map.of()), gauge, new MetricConfig(), Time.SYSTEM);
    }
}
