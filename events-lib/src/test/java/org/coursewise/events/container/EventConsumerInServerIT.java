package org.coursewise.events.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.coursewise.events.Event;
import org.coursewise.events.EventRecords;
import org.coursewise.events.consumer.DeadLetters;
import org.coursewise.events.testing.KafkaProcess;
import org.coursewise.events.testing.KafkaReader;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ArquillianTest
class EventConsumerInServerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path home;

    @Deployment(testable = false)
    static WebArchive service() {
        return ShrinkWrap.create(WebArchive.class, "events-lib-test.war")
                .addClasses(ListeningService.class, HeardServlet.class)
                .addAsLibraries(Stream.of(
                                "org.coursewise.events.Event",
                                "org.coursewise.settings.Settings",
                                "org.coursewise.trace.TraceContext",
                                "org.apache.kafka.clients.producer.Producer",
                                "io.cloudevents.CloudEvent",
                                "io.cloudevents.core.builder.CloudEventBuilder",
                                "io.cloudevents.kafka.KafkaMessageFactory",
                                "tools.jackson.databind.JsonNode",
                                "tools.jackson.core.JsonParser",
                                "com.fasterxml.jackson.annotation.JsonIgnore",
                                "org.jspecify.annotations.Nullable",
                                "org.slf4j.Logger")
                        .map(EventConsumerInServerIT::library)
                        .toArray(JavaArchive[]::new))
                .addAsWebInfResource(new StringAsset("""
                                <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.1">
                                  <context-root uri="/"/>
                                </web-ext>
                                """), "ibm-web-ext.xml")
                .addAsWebInfResource(new StringAsset("<beans bean-discovery-mode=\"annotated\"/>"), "beans.xml")
                .addAsResource(new StringAsset("""
                                coursewise.kafka-bootstrap-servers=127.0.0.1:${test.kafka-port}
                                mp.messaging.incoming.said.connector=coursewise-kafka
                                mp.messaging.incoming.said.topic=said
                                mp.messaging.incoming.said.group.id=listener
                                """), "META-INF/microprofile-config.properties");
    }

    @Test
    void aServiceHearsWhatIsGoodWhateverComesBetweenAndWhateverHappensToKafka() throws Exception {
        // the server started without Kafka: it answers, but is not ready for what it has never reached
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/health/ready").body()).contains("has not joined its group yet"));
        assertThat(get("/health/started").statusCode()).isEqualTo(200);

        try (var kafka = KafkaProcess.start(home, Integer.getInteger("test.kafka-port"))) {
            kafka.createTopic("said", 3);
            kafka.createTopic("said.dlq", 1);
            await().atMost(PATIENCE).until(() -> get("/health/ready").statusCode() == 200);

            try (var producer = kafka.settings().patientProducer("test", Map.of());
                    var letters = new KafkaReader(kafka.settings(), "said.dlq")) {
                send(producer, record("said", "first"));
                send(producer, withValue(null));
                send(producer, withValue("nonsense".getBytes(UTF_8)));
                send(producer, record("unknown", "stranger"));
                send(producer, record("said", "second"));
                await().atMost(PATIENCE).until(() -> heard("first") && heard("second"));
                await().atMost(PATIENCE).until(() -> letters.read().size() == 3);
                assertThat(letters.read())
                        .extracting(letter -> new String(
                                letter.headers()
                                        .lastHeader(DeadLetters.CONSUMER)
                                        .value(),
                                UTF_8))
                        .containsOnly("listener");

                for (var kill = 1; kill <= 3; kill++) {
                    // while records are under way and waiting to be committed
                    var underWay = new ArrayList<Future<?>>();
                    for (var i = 0; i < 200; i++) {
                        underWay.add(producer.send(record("said", "kill" + kill + "-" + i)));
                    }
                    underWay.get(0).get();
                    kafka.kill();
                    kafka.restart();
                    for (var sent : underWay) {
                        sent.get();
                    }
                    var after = "after-kill-" + kill;
                    send(producer, record("said", after));
                    await().atMost(PATIENCE).until(() -> heard(after));
                }
                await().atMost(PATIENCE).until(() -> get("/health/ready").statusCode() == 200);
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String type, String key) {
        return EventRecords.toRecord(
                "said",
                new Event(UUID.randomUUID(), "org.coursewise.test." + type, "/test", Instant.EPOCH, key, null, "{}"));
    }

    private static ProducerRecord<byte[], byte[]> withValue(byte[] value) {
        var good = record("said", "poison");
        return new ProducerRecord<>("said", null, good.key(), value, good.headers());
    }

    private static void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record)
            throws Exception {
        producer.send(record).get();
    }

    private static boolean heard(String key) throws Exception {
        return (" " + get("/heard").body() + " ").contains(" " + key + " ");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + Integer.getInteger("test.http-port") + path);
        return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The jar that a class lives in, made from its folder when it is of this module. */
    private static JavaArchive library(String inside) {
        try {
            var source = new File(Class.forName(inside)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (source.isFile()) {
                return ShrinkWrap.create(ZipImporter.class, source.getName())
                        .importFrom(source)
                        .as(JavaArchive.class);
            }
            return ShrinkWrap.create(ExplodedImporter.class, inside + ".jar")
                    .importDirectory(source)
                    .as(JavaArchive.class);
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
