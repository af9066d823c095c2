package org.coursewise.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.coursewise.rest.caller.AccessToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DenyListReaderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Clock clock = Clock.systemUTC();
    private final DenyList list = new DenyList(Duration.ofMinutes(10), clock);
    private final ConcurrentLinkedDeque<FactsTopic> made = new ConcurrentLinkedDeque<>();
    private final DenyListReader reader = new DenyListReader(list, this::next, clock);

    @AfterEach
    void end() {
        reader.close();
    }

    @Test
    void aServiceIsReadyWhenTheFactsThatMatterAreRead() {
        var topic = new FactsTopic(2).endingAt(0, 7).endingAt(1, 3).beginningAt(0, 5);
        topic.schedulePollTask(() -> topic.addRecord(ended(0, 5, "s5")));
        made.add(topic);
        assertThat(reader.isReady()).isFalse();

        start();
        await().atMost(PATIENCE).until(() -> isRevoked("s5"));
        // one more is to come
        assertThat(reader.isReady()).isFalse();
        topic.schedulePollTask(() -> topic.addRecord(ended(0, 6, "s6")));
        await().atMost(PATIENCE).until(reader::isReady);
        assertThat(reader.isCaughtUp()).isTrue();
        assertThat(isRevoked("s6")).isTrue();
        assertThat(topic.askedFrom).isBefore(clock.instant().minus(Duration.ofMinutes(10)));
    }

    @Test
    void aRecordThatIsNoFactHoldsNothingUp() {
        var topic = new FactsTopic(1).endingAt(0, 3).beginningAt(0, 0);
        topic.schedulePollTask(() -> {
            topic.addRecord(ended(0, 0, "s0"));
            topic.addRecord(Facts.rubbish(0, 1));
            topic.addRecord(ended(0, 2, "s2"));
        });
        made.add(topic);
        start();
        await().atMost(PATIENCE).until(reader::isCaughtUp);
        assertThat(isRevoked("s0") && isRevoked("s2")).isTrue();
        assertThat(reader.status().skipped()).isEqualTo(1);
        assertThat(reader.status().entries()).isEqualTo(2);
    }

    @Test
    void aConsumerThatThrowsIsReplacedByOneThatGoesOnWhereItWas() {
        var broken = new FactsTopic(1).endingAt(0, 1).beginningAt(0, 0);
        broken.schedulePollTask(() -> broken.addRecord(ended(0, 0, "s0")));
        var fresh = new FactsTopic(1).endingAt(0, 1).beginningAt(0, 0);
        made.add(broken);
        made.add(fresh);
        start();
        await().atMost(PATIENCE).until(reader::isCaughtUp);

        broken.setPollException(new KafkaException("the broker is gone"));
        fresh.schedulePollTask(() -> fresh.addRecord(ended(0, 1, "s1")));
        await().atMost(PATIENCE).until(() -> isRevoked("s1"));
        assertThat(fresh.askedFrom).isNull();
        assertThat(broken.closed()).isTrue();
    }

    @Test
    void aServiceDoesNotWaitForLongWhileKafkaIsAway() {
        var moving = new MovingClock(Instant.parse("2026-11-27T12:00:00Z"));
        var waiting = new DenyListReader(list, this::next, moving);
        assertThat(waiting.isReady()).isFalse();
        moving.now = moving.now.plusSeconds(11);
        assertThat(waiting.isReady()).isTrue();
        assertThat(waiting.isCaughtUp()).isFalse();
        assertThat(waiting.status().lagSeconds()).isEqualTo(11);
    }

    @Test
    void theLagGrowsWhileSomethingIsNotRead() {
        var topic = new FactsTopic(1).endingAt(0, 0);
        made.add(topic);
        start();
        await().atMost(PATIENCE).until(reader::isCaughtUp);
        await().atMost(PATIENCE).until(() -> reader.status().lagSeconds() < 1);

        topic.endingAt(0, 1);
        await().atMost(PATIENCE).until(() -> reader.status().lagSeconds() > 4);
        topic.schedulePollTask(() -> topic.addRecord(ended(0, 0, "s0")));
        await().atMost(PATIENCE).until(() -> reader.status().lagSeconds() < 3);
    }

    @Test
    void partitionsThatAreAddedAreReadToo() {
        var topic = new FactsTopic(1).endingAt(0, 0);
        made.add(topic);
        start();
        await().atMost(PATIENCE).until(reader::isCaughtUp);

        topic.grow(2).endingAt(1, 1).beginningAt(1, 0);
        await().atMost(PATIENCE).until(() -> topic.assignment().size() == 2);
        topic.schedulePollTask(() -> topic.addRecord(ended(1, 0, "s0")));
        await().atMost(PATIENCE).until(() -> isRevoked("s0"));
    }

    private void start() {
        var thread = new Thread(reader, "deny-list-test");
        thread.setDaemon(true);
        thread.start();
    }

    private Consumer<byte[], byte[]> next() {
        var topic = made.poll();
        if (topic == null) {
            throw new KafkaException("Kafka is away");
        }
        return topic;
    }

    private ConsumerRecord<byte[], byte[]> ended(int partition, long offset, String session) {
        return Facts.fact(
                partition,
                offset,
                "sessions-ended",
                "{\"userId\": \"ada\", \"sessionIds\": [\"" + session + "\"]}",
                clock.instant());
    }

    private boolean isRevoked(String session) {
        return list.isRevoked(new AccessToken("t1", "ada", Optional.of(session), Set.of("learner"), clock.instant()));
    }
}
