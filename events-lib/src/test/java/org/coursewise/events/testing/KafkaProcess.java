package org.coursewise.events.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.coursewise.events.KafkaSettings;

/** A real broker in a process of its own, so that it can be killed. It keeps its data and its port. */
public final class KafkaProcess implements AutoCloseable {

    private static final String CLUSTER_ID = "Y291cnNld2lzZS10ZXN0cw";

    private final Path home;
    private final int port;
    private Process process;

    private KafkaProcess(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** A broker that listens, on a free port. */
    public static KafkaProcess start(Path home) {
        return start(home, freePort());
    }

    /** A broker that listens. */
    public static KafkaProcess start(Path home, int port) {
        var broker = new KafkaProcess(home, port);
        broker.restart();
        return broker;
    }

    public KafkaSettings settings() {
        return new KafkaSettings("127.0.0.1:" + port);
    }

    /** Starts it, again or for the first time, and waits until it answers. */
    public void restart() {
        launch();
        try (var admin = admin()) {
            admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The broker does not answer, see " + home.resolve("broker.log"), e);
        }
    }

    /** As if the machine lost its power. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void createTopic(String name, int partitions) {
        createTopic(name, partitions, Map.of());
    }

    public void createTopic(String name, int partitions, Map<String, String> settings) {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(settings)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("No topic " + name, e);
        }
    }

    public Admin admin() {
        var properties = new HashMap<>(settings().properties());
        properties.put("default.api.timeout.ms", 60_000);
        return Admin.create(properties);
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private void launch() {
        try {
            Files.createDirectories(home);
            var settings = home.resolve("server.properties");
            Files.writeString(settings, settingsText());
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            process = new ProcessBuilder(
                            java,
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KafkaProcess.class.getName(),
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("broker.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String settingsText() throws IOException {
        // the controller's port changes from start to start: nobody else knows it
        var controller = freePort();
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%1$d
                listeners=PLAINTEXT://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                auto.create.topics.enable=false
                # a killed broker comes back once its old session is over
                broker.session.timeout.ms=1500
                broker.heartbeat.interval.ms=300
                """.formatted(controller, port, home.resolve("data").toString().replace('\\', '/'));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The child: formats the storage if need be and runs the broker. */
    public static void main(String[] args) {
        dieWithParent();
        StorageTool.execute(new String[] {"format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", args[0]}, System.out);
        Kafka.main(new String[] {args[0]});
    }

    private static void dieWithParent() {
        var parent = ProcessHandle.current().parent().orElseThrow();
        var watch = new Thread(
                () -> {
                    parent.onExit().join();
                    Runtime.getRuntime().halt(1);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
