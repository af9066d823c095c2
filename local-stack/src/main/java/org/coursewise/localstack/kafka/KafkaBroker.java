package org.coursewise.localstack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.coursewise.localstack.home.Ports;
import org.coursewise.localstack.home.StackHome;
import org.coursewise.localstack.process.Command;
import org.coursewise.localstack.process.JavaCommand;
import org.coursewise.localstack.process.ListeningPort;
import org.coursewise.localstack.process.OpenPort;
import org.coursewise.localstack.process.Part;

/** One Kafka node that is broker and controller. */
public final class KafkaBroker {

    public static final String NAME = "kafka";
    private static final int HEAP_MEGABYTES = 256;
    private static final int ANSWER_SECONDS = 10;

    private final Path folder;
    private final Ports ports;

    public KafkaBroker(StackHome home, Ports ports) {
        this.folder = home.data(NAME);
        this.ports = ports;
    }

    public Part part() {
        return new Part(
                NAME,
                Set.of(),
                List.of(
                        new ListeningPort(ports.kafka(), "Kafka"),
                        new ListeningPort(ports.kafkaController(), "Kafka's controller")),
                this::prepare,
                this::askForNodes,
                this::createTopics,
                Duration.ofSeconds(8));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    private Command prepare() throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("server.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            configuration().store(writer, "Written at every start");
        }
        return JavaCommand.of(KafkaProcess.class, HEAP_MEGABYTES, folder, file);
    }

    private Properties configuration() {
        var properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + ports.kafkaController()),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:" + ports.kafka() + ",CONTROLLER://127.0.0.1:"
                                + ports.kafkaController()),
                Map.entry("log.dirs", folder.resolve("data").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "3"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "3"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // A broker that was killed may register again as soon as its former self is given up
                Map.entry("broker.session.timeout.ms", "6000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                // Sized for one machine: three partitions a topic, small segments, few threads
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20)),
                Map.entry("log.segment.bytes", Integer.toString(64 << 20)),
                Map.entry("num.recovery.threads.per.data.dir", "2")));
        return properties;
    }

    private void askForNodes() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        // Its client would log every refused connection
        OpenPort.require(ports.kafka());
        try (var admin = admin()) {
            admin.describeCluster().nodes().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void createTopics() throws InterruptedException, ExecutionException, TimeoutException {
        try (var admin = admin()) {
            var present = admin.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            var missing = Topics.all().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .collect(Collectors.toList());
            admin.createTopics(missing).all().get(ANSWER_SECONDS * 3L, TimeUnit.SECONDS);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                "local-stack",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Integer.toString(ANSWER_SECONDS * 1000),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                "5000"));
    }
}
