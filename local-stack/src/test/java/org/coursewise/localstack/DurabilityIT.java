package org.coursewise.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import jakarta.mail.Folder;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.coursewise.localstack.home.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each store is killed with SIGKILL while something is written to it without a pause. Whatever it had acknowledged by
 * then is there after it has started again.
 */
class DurabilityIT {

    private static final int BEFORE_THE_KILL = 60;

    @TempDir
    static Path home;

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(StackOptions.in(home)
                .withPortOffset(LocalStack.freePortOffset())
                .withParts(Set.of("postgres", "kafka", "mongo", "mail")));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    /** Writes the given number and returns once it is acknowledged, or throws. */
    @FunctionalInterface
    private interface Write {
        void number(int number) throws Exception;
    }

    @Test
    void postgresKeepsWhatItHasCommitted() throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (number int PRIMARY KEY)");
        }
        int acknowledged;
        try (var connection = connect();
                var insert = connection.prepareStatement("INSERT INTO kept VALUES (?)")) {
            acknowledged = acknowledgedBeforeKilling("postgres", number -> {
                insert.setInt(1, number);
                insert.executeUpdate();
            });
        }
        stack.restart("postgres");
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*), max(number) FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isGreaterThanOrEqualTo(acknowledged).isEqualTo(rows.getInt(2) + 1);
        }
    }

    @Test
    void theServicesRoleIsNoSuperuserAndTextIsUnicode() throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT rolsuper, lower('ÄRGER'), to_tsvector('simple', 'Ärger früh')::text,
                               current_setting('fsync') || current_setting('synchronous_commit')
                        FROM pg_roles WHERE rolname = current_user
                        """)) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isFalse();
            assertThat(row.getString(2)).isEqualTo("ärger");
            assertThat(row.getString(3)).isEqualTo("'früh':2 'ärger':1");
            assertThat(row.getString(4)).isEqualTo("onon");
        }
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            var row = statement.executeQuery("SELECT array_length(show_trgm('früh'), 1)");
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(5);
        }
    }

    @Test
    void theStoreKeepsWhatItHasAcknowledgedAndItsIndexesAgree() {
        int acknowledged;
        try (var client = MongoClients.create(stack.mongoUri("email"))) {
            var documents = client.getDatabase("email").getCollection("kept");
            documents.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
            acknowledged = acknowledgedBeforeKilling(
                    "mongo", number -> documents.insertOne(new Document("_id", number).append("key", "k" + number)));
        }
        stack.restart("mongo");
        try (var client = MongoClients.create(stack.mongoUri("email"))) {
            var documents = client.getDatabase("email").getCollection("kept");
            var count = documents.countDocuments();
            assertThat(count).isGreaterThanOrEqualTo(acknowledged);
            for (var number = 0; number < count; number++) {
                assertThat(documents.find(new Document("key", "k" + number)).first())
                        .isEqualTo(new Document("_id", number).append("key", "k" + number));
            }
            // Nor does an index know a document that is not there
            documents.insertOne(new Document("_id", (int) count).append("key", "k" + count));
        }
    }

    @Test
    void kafkaKeepsWhatItHasAcknowledged() throws Exception {
        int acknowledged;
        try (var producer = new KafkaProducer<String, String>(Map.of(
                "bootstrap.servers", stack.kafkaBootstrapServers(),
                "key.serializer", StringSerializer.class,
                "value.serializer", StringSerializer.class,
                "acks", "all",
                "max.block.ms", "3000",
                "request.timeout.ms", "1500",
                "delivery.timeout.ms", "3000"))) {
            acknowledged = acknowledgedBeforeKilling(
                    "kafka", number -> producer.send(new ProducerRecord<>("auth.user.v1", 0, "key", "value " + number))
                            .get(5, SECONDS));
            producer.close(Duration.ZERO);
        }
        stack.restart("kafka");
        try (var consumer = new KafkaConsumer<String, String>(Map.of(
                "bootstrap.servers", stack.kafkaBootstrapServers(),
                "key.deserializer", StringDeserializer.class,
                "value.deserializer", StringDeserializer.class))) {
            var partition = new TopicPartition("auth.user.v1", 0);
            assertThat(consumer.endOffsets(List.of(partition)).get(partition)).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    @Test
    void theMailServerKeepsWhatItHasAccepted() throws Exception {
        var ports = stack.addresses().ports();
        // never closed: nobody is left to say goodbye to
        var transport = transport(ports);
        var acknowledged = acknowledgedBeforeKilling("mail", number -> {
            var mail = new MimeMessage(Session.getInstance(new Properties()));
            mail.setFrom(new InternetAddress("from@example.org"));
            mail.setRecipient(RecipientType.TO, new InternetAddress("kept+tag@example.org"));
            mail.setSubject("Grüße " + number, "UTF-8");
            mail.setText("text", "UTF-8");
            mail.saveChanges();
            transport.sendMessage(mail, mail.getAllRecipients());
        });
        stack.restart("mail");
        var store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", ports.imap(), "kept+tag@example.org", "any");
        var inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_ONLY);
        assertThat(inbox.getMessageCount()).isGreaterThanOrEqualTo(acknowledged);
        assertThat(inbox.getMessage(acknowledged).getSubject()).isEqualTo("Grüße " + (acknowledged - 1));
        store.close();
    }

    @Test
    void everyAddressHasAMailboxEvenBeforeItsFirstMail() throws Exception {
        var store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", stack.addresses().ports().imap(), "nobody.yet@example.org", "any");
        assertThat(store.getFolder("INBOX").getMessageCount()).isZero();
        store.close();
    }

    private static Transport transport(Ports ports) throws Exception {
        var transport = Session.getInstance(new Properties()).getTransport("smtp");
        transport.connect("127.0.0.1", ports.smtp(), null, null);
        return transport;
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(stack.jdbcUrl("auth"), "auth", stack.databasePassword("auth"));
    }

    /** Numbers from 0 upwards are written until the part is killed; the answer is how many were acknowledged. */
    private static int acknowledgedBeforeKilling(String part, Write write) {
        var acknowledged = new AtomicInteger();
        var enough = new CountDownLatch(BEFORE_THE_KILL);
        var writing = CompletableFuture.runAsync(() -> {
            try {
                while (true) {
                    write.number(acknowledged.get());
                    acknowledged.incrementAndGet();
                    enough.countDown();
                }
            } catch (Exception killed) {
                assertThat(killed.toString().getBytes(UTF_8)).isNotEmpty();
            }
        });
        try {
            assertThat(enough.await(30, SECONDS)).as("writes before the kill").isTrue();
            stack.kill(part);
            writing.get(60, SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return acknowledged.get();
    }
}
