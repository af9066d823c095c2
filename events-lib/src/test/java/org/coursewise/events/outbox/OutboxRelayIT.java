package org.coursewise.events.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.coursewise.events.Event;
import org.coursewise.events.EventFactory;
import org.coursewise.events.EventRecords;
import org.coursewise.events.testing.KafkaProcess;
import org.coursewise.events.testing.KafkaReader;
import org.coursewise.events.testing.Postgres;
import org.coursewise.events.testing.Servers;
import org.coursewise.events.testing.ThreadTransactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class OutboxRelayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final KafkaProcess kafka = Servers.kafka();
    private static final Postgres postgres = Servers.postgres();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final EventFactory events = new EventFactory("/coursewise/test", Clock.systemUTC());
    private final ThreadTransactions transactions = new ThreadTransactions(postgres.dataSource());
    private final List<OutboxRelay> relays = new ArrayList<>();
    private OutboxRelay relay;
    private Outbox outbox;
    private String topic;

    record Said(int number) {}

    @BeforeEach
    void beginAnew(TestInfo test) {
        topic = test.getTestMethod().orElseThrow().getName();
        kafka.createTopic(topic, 3);
        postgres.execute("truncate outbox");
        relay = newRelay();
        outbox = new Outbox(transactions.dataSource(), transactions, relay::nudge);
    }

    @AfterEach
    void stopRelays() {
        relays.forEach(OutboxRelay::close);
        threads.shutdownNow();
    }

    @Test
    void whatIsCommittedArrivesSoonAndLeavesNoPayloadBehind() throws SQLException {
        relay.start(threads);
        await().atMost(PATIENCE).until(relay::leading);
        try (var reader = new KafkaReader(kafka.settings(), topic)) {
            var event = event("ada", 1);
            transactions.run(connection -> outbox.append(topic, event));
            await().atMost(PATIENCE).until(() -> !reader.read().isEmpty());
            assertThat(EventRecords.fromRecord(reader.read().get(0))).isEqualTo(event);
        }
        await().atMost(PATIENCE)
                .until(() ->
                        postgres.count("select count(*) from outbox where payload is null and published_at is not null")
                                == 1);
        assertThat(relay.status()).isEqualTo(new OutboxStatus(0, null, 0));
    }

    @Test
    void whatIsRolledBackIsNotSaid() throws SQLException {
        relay.start(threads);
        assertThatThrownBy(() -> transactions.run(connection -> {
                    outbox.append(topic, event("ada", 1));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        transactions.run(connection -> outbox.append(topic, event("ada", 2)));
        assertThat(numbersByKey(1)).isEqualTo(Map.of("ada", List.of(2)));
    }

    @Test
    void manyAreSaidAtOnceInTheirOrder() throws SQLException {
        relay.start(threads);
        transactions.run(
                connection -> outbox.append(topic, List.of(event("ada", 1), event("bob", 1), event("ada", 2))));
        assertThat(numbersByKey(3)).isEqualTo(Map.of("ada", List.of(1, 2), "bob", List.of(1)));
    }

    @Test
    void nothingIsSaidOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(topic, event("ada", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("within a transaction");
    }

    @Test
    void eventsOfAKeyKeepTheOrderOfTheChangesTheyTellOf() throws Exception {
        relay.start(threads);
        postgres.execute("create table counter (key text primary key, value int not null)");
        postgres.execute("insert into counter select 'key-' || k, 0 from generate_series(0, 4) as k");
        var writers = new ArrayList<Future<?>>();
        for (var writer = 0; writer < 6; writer++) {
            writers.add(threads.submit(() -> {
                for (var i = 0; i < 50; i++) {
                    increment("key-" + i % 5);
                }
                return null;
            }));
        }
        for (var writer : writers) {
            writer.get();
        }
        var byKey = numbersByKey(300);
        assertThat(byKey).hasSize(5);
        assertThat(byKey.values())
                .allSatisfy(numbers -> assertThat(numbers).hasSize(60).isSorted());
    }

    @Test
    void aTransactionThatCommitsLateIsFoundLikeAnyOther() throws Exception {
        relay.start(threads);
        transactions.run(connection -> {
            outbox.append(topic, event("slow", 1));
            CompletableFuture.runAsync(() -> sayOnAThreadOfItsOwn("fast", 2), threads)
                    .join();
            // the one with the higher position is long gone when the lower one commits
            await().atMost(PATIENCE)
                    .until(() -> postgres.count("select count(*) from outbox where published_at is not null") == 1);
        });
        assertThat(numbersByKey(2)).isEqualTo(Map.of("fast", List.of(2), "slow", List.of(1)));
    }

    @Test
    void drainsByItselfWhenAKilledBrokerIsBack() throws SQLException {
        relay.start(threads);
        say("ada", 1);
        await().atMost(PATIENCE).until(() -> relay.status().waiting() == 0);
        kafka.kill();
        for (var i = 2; i <= 50; i++) {
            say("ada", i);
        }
        assertThat(relay.status().waiting()).isEqualTo(49);
        kafka.restart();
        var numbers = numbersByKey(50).get("ada");
        assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSize(50);
        await().atMost(PATIENCE).until(() -> relay.status().waiting() == 0);
    }

    @Test
    void startsWithABacklogBeforeKafkaDoes() throws SQLException {
        transactions.run(connection -> {
            for (var i = 1; i <= 1_200; i++) {
                outbox.append(topic, event("ada", i));
            }
        });
        kafka.kill();
        relay.start(threads);
        await().atMost(PATIENCE).until(relay::leading);
        kafka.restart();
        assertThat(numbersByKey(1_200).get("ada")).isSorted().hasSize(1_200);
    }

    @Test
    void goesOnWhenTheDatabaseIsBack() throws SQLException {
        relay.start(threads);
        say("ada", 1);
        await().atMost(PATIENCE).until(() -> relay.status().waiting() == 0);
        postgres.stop();
        assertThatThrownBy(relay::status).isInstanceOf(OutboxException.class);
        postgres.startAgain();
        say("ada", 2);
        assertThat(numbersByKey(2).get("ada")).containsExactly(1, 2);
    }

    @Test
    void oneRelayWorksAndAnotherTakesOverWhenItsSessionEnds() throws SQLException {
        relay.start(threads);
        await().atMost(PATIENCE).until(relay::leading);
        var standby = newRelay();
        standby.start(threads);
        say("ada", 1);
        await().atMost(PATIENCE).until(() -> relay.status().waiting() == 0);
        assertThat(standby.leading()).isFalse();

        relay.close();
        await().atMost(PATIENCE).until(standby::leading);
        assertThat(relay.leading()).isFalse();
        say("ada", 2);
        assertThat(numbersByKey(2).get("ada")).containsExactly(1, 2);
    }

    @Test
    void aRelayThatLostItsSessionLeadsNoMoreUntilItHasTheLockAgain() throws SQLException {
        relay.start(threads);
        await().atMost(PATIENCE).until(relay::leading);
        postgres.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
        say("ada", 1);
        assertThat(numbersByKey(1).get("ada")).containsExactly(1);
        assertThat(postgres.count("select count(*) from pg_locks where locktype = 'advisory'"))
                .isEqualTo(1);
    }

    @Test
    void whatKafkaCanNeverTakeIsParkedAndHoldsNothingUp() throws SQLException {
        relay.start(threads);
        var huge = event("ada", 1);
        var text = "{\"number\":1,\"filler\":\"" + "x".repeat(2 << 20) + "\"}";
        transactions.run(connection -> {
            outbox.append(topic, new Event(huge.id(), huge.type(), huge.source(), huge.time(), huge.key(), null, text));
            outbox.append(topic, event("ada", 2));
        });
        assertThat(numbersByKey(1).get("ada")).containsExactly(2);
        await().atMost(PATIENCE).until(() -> relay.status().parked() == 1);
        assertThat(postgres.count(
                        "select count(*) from outbox where failure like 'RecordTooLarge%' and payload is not null"))
                .isEqualTo(1);
    }

    @Test
    void aTopicThatIsMissingDoesNotHoldUpTheOthersAndComesLater() throws SQLException {
        relay.start(threads);
        var missing = topic + "Later";
        transactions.run(connection -> {
            outbox.append(missing, event("bob", 1));
            outbox.append(missing, event("bob", 2));
            outbox.append(topic, event("ada", 3));
        });
        assertThat(numbersByKey(1).get("ada")).containsExactly(3);
        kafka.createTopic(missing, 1);
        topic = missing;
        assertThat(numbersByKey(2).get("bob")).containsExactly(1, 2);
    }

    @Test
    void oldRowsGo() throws SQLException {
        postgres.execute("""
                insert into outbox (id, aggregatetype, aggregateid, type, source, time, published_at)
                select gen_random_uuid(), 't', 'k', 'x', '/s', now(), now() - d * interval '1 day'
                from generate_series(1, 14) as d
                """);
        postgres.execute("insert into inbox values ('c', gen_random_uuid(), now() - interval '100 days')");
        relay.start(threads);
        await().atMost(PATIENCE).until(() -> postgres.count("select count(*) from outbox") == 6);
        await().atMost(PATIENCE).until(() -> postgres.count("select count(*) from inbox where consumer = 'c'") == 0);
    }

    private void increment(String key) throws SQLException {
        transactions.run(connection -> {
            try (var statement =
                    connection.prepareStatement("update counter set value = value + 1 where key = ? returning value")) {
                statement.setString(1, key);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    outbox.append(topic, event(key, rows.getInt(1)));
                }
            }
        });
    }

    private void say(String key, int number) throws SQLException {
        transactions.run(connection -> outbox.append(topic, event(key, number)));
    }

    private void sayOnAThreadOfItsOwn(String key, int number) {
        try {
            say(key, number);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Event event(String key, int number) {
        return events.event("org.coursewise.test.said", key, new Said(number));
    }

    private OutboxRelay newRelay() {
        var made = new OutboxRelay(
                postgres.dataSource(),
                () -> kafka.settings().patientProducer("outbox-test", Map.of()),
                Duration.ofDays(7),
                Clock.systemUTC());
        relays.add(made);
        return made;
    }

    /** The numbers said, by key, each in the order of their arrival, once so many have come. */
    private Map<String, List<Integer>> numbersByKey(int count) {
        try (var reader = new KafkaReader(kafka.settings(), topic)) {
            await().atMost(PATIENCE).until(() -> distinct(reader).size() >= count);
            var byKey = new HashMap<String, List<Integer>>();
            var seen = new HashSet<UUID>();
            for (var record : reader.read()) {
                var event = EventRecords.fromRecord(record);
                if (seen.add(event.id())) {
                    byKey.computeIfAbsent(event.key(), key -> new ArrayList<>())
                            .add(event.data(Said.class).number());
                }
            }
            return byKey;
        }
    }

    private static Set<UUID> distinct(KafkaReader reader) {
        return reader.read().stream()
                .map(record -> EventRecords.fromRecord(record).id())
                .collect(Collectors.toSet());
    }
}
