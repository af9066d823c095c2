package org.coursewise.email.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.coursewise.address.EmailAddress;
import org.coursewise.email.MongoServerOfTests;
import org.coursewise.email.erasure.Erasures;
import org.coursewise.email.message.Content;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.message.MessageOutbox;
import org.coursewise.email.message.Messages;
import org.coursewise.email.preference.Category;
import org.coursewise.email.preference.PreferenceOutbox;
import org.coursewise.email.preference.Preferences;
import org.coursewise.email.recipient.Recipients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveryRelayIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @RegisterExtension
    static final MongoServerOfTests MONGO = new MongoServerOfTests();

    private Messages messages;
    private MessageOutbox outbox;
    private PreferenceOutbox wishes;
    private Recipients recipients;
    private Preferences preferences;

    @BeforeEach
    void emptyDatabase() {
        messages = new Messages(MONGO.database());
        outbox = new MessageOutbox(MONGO.database());
        wishes = new PreferenceOutbox(MONGO.database());
        recipients = new Recipients(MONGO.database());
        preferences = new Preferences(MONGO.database(), new Erasures(MONGO.database()));
    }

    @Test
    void whatWasSentButNotMarkedIsToldAgainUnderTheSameIdByTheNextProcess() {
        var sent = sent();
        var silent = producer(false);
        var first = start(silent);
        await().atMost(PATIENCE).until(() -> silent.history().size() == 1);
        first.close();
        assertThat(outbox.untold(10)).hasSize(1);

        var answering = producer(true);
        var second = start(answering);
        await().atMost(PATIENCE).until(() -> outbox.untold(10).isEmpty());
        second.close();

        assertThat(answering.history()).hasSize(1);
        var record = answering.history().get(0);
        assertThat(header(record, "ce_id")).isEqualTo(header(silent.history().get(0), "ce_id"));
        assertThat(header(record, "ce_type")).isEqualTo("org.coursewise.email.delivery.sent");
        assertThat(header(record, "ce_time")).isEqualTo("2026-11-23T12:00:01Z");
        assertThat(new String(record.key(), StandardCharsets.UTF_8))
                .isEqualTo(sent.id().toString());
        assertThat(new String(record.value(), StandardCharsets.UTF_8))
                .contains("\"category\":\"enrollment\"", "\"reply\":\"250 2.0.0\"")
                .doesNotContain("example.org");
    }

    @Test
    void ofTwoReplicasOneTells() {
        var one = producer(true);
        var two = producer(true);
        var relays = List.of(start(one), start(two));
        for (var i = 0; i < 20; i++) {
            sent();
        }
        await().atMost(PATIENCE).until(() -> outbox.untold(10).isEmpty());
        relays.forEach(DeliveryRelay::close);

        var told = new ArrayList<>(one.history());
        told.addAll(two.history());
        assertThat(told).hasSize(20);
        assertThat(told.stream().map(record -> header(record, "ce_id")).distinct())
                .hasSize(20);
    }

    @Test
    void whoWantsRecommendationsIsToldAlsoOfThoseWhoSaidSoBeforeAnybodyWasTold() {
        MONGO.database()
                .getCollection("preferences")
                .insertOne(new Document("_id", "u0").append("recommendations", true));
        preferences.set("u1", Map.of(Category.RECOMMENDATIONS, true));
        var relay = producer(true);
        tell(relay);

        assertThat(relay.history())
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder(
                        "{\"userId\":\"u0\",\"recommendations\":true,\"locale\":null}",
                        "{\"userId\":\"u1\",\"recommendations\":true,\"locale\":null}");
        assertThat(relay.history()).extracting(ProducerRecord::topic).containsOnly("email.preference.v1");
        assertThat(header(relay.history().get(0), "ce_type")).isEqualTo("org.coursewise.email.preference.changed");
    }

    @Test
    void aChangeThatComesWhileTheOneBeforeIsToldWaitsOn() {
        preferences.set("u1", Map.of(Category.RECOMMENDATIONS, true));
        var before = wishes.untold(10);
        preferences.set("u1", Map.of(Category.RECOMMENDATIONS, false));
        wishes.told(before);

        assertThat(wishes.untold(10)).singleElement().satisfies(person -> assertThat(person.wantsRecommendations())
                .isFalse());
        wishes.told(wishes.untold(10));
        assertThat(wishes.untold(10)).isEmpty();
        // a process that slept tells what was: whoever looks next tells what is
        wishes.told(before);
        assertThat(wishes.untold(10)).hasSize(1);
    }

    @Test
    void ofSomebodyWhoWasDeletedItIsToldThatNoMailIsWantedAndThenNothingIsKept() {
        preferences.set("u1", Map.of(Category.RECOMMENDATIONS, true));
        tell(producer(true));
        preferences.forget("u1");
        assertThat(preferences.wants("u1", Category.RECOMMENDATIONS)).isFalse();
        var relay = producer(true);
        tell(relay);

        assertThat(relay.history()).singleElement().satisfies(record -> assertThat(
                        new String(record.value(), StandardCharsets.UTF_8))
                .contains("\"recommendations\":false"));
        assertThat(MONGO.database().getCollection("preferences").countDocuments())
                .isZero();
    }

    private void tell(MockProducer<byte[], byte[]> producer) {
        var relay = start(producer);
        await().atMost(PATIENCE).until(() -> wishes.untold(10).isEmpty());
        relay.close();
    }

    private DeliveryRelay start(MockProducer<byte[], byte[]> producer) {
        var sources = List.of(new DeliveryEvents(outbox, CLOCK), new PreferenceEvents(wishes, recipients, CLOCK));
        var relay = new DeliveryRelay(sources, new RelayLease(MONGO.database(), CLOCK), () -> producer);
        Executors.defaultThreadFactory().newThread(relay::run).start();
        return relay;
    }

    private static MockProducer<byte[], byte[]> producer(boolean answers) {
        return new MockProducer<>(answers, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private Message sent() {
        var content = new Content(
                new EmailAddress("ada@example.org"), "u1", "welcome", "en", Map.of("displayName", "Ada"), Map.of());
        var queued = Message.queued(new MessageId(UUID.randomUUID()), content, NOON, null);
        messages.add(queued);
        var sending = queued.claimed("me", NOON, Duration.ofSeconds(30));
        messages.replace(sending);
        var sent = sending.sent(NOON.plusSeconds(1), "250 2.0.0 Ok ada@example.org");
        messages.replace(sent);
        return sent;
    }
}
