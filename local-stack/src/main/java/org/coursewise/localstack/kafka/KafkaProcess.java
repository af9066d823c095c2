package org.coursewise.localstack.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/** Formats the storage at its first start and runs the broker until it is asked to stop. */
final class KafkaProcess {

    /** The same at every start, or the storage is refused; base64 of "coursewise-local". */
    private static final String CLUSTER_ID = "Y291cnNld2lzZS1sb2NhbA";

    private KafkaProcess() {}

    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        format(file);
        var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
        server.startup();
        server.awaitShutdown();
    }

    private static void format(Path configuration) {
        var output = new ByteArrayOutputStream();
        var code = StorageTool.execute(
                new String[] {
                    "format", "--ignore-formatted", "--cluster-id", CLUSTER_ID, "--config", configuration.toString()
                },
                new PrintStream(output, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IllegalStateException(
                    "Formatting Kafka's storage failed: " + output.toString(StandardCharsets.UTF_8));
        }
    }
}
