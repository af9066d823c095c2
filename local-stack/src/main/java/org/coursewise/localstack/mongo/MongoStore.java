package org.coursewise.localstack.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.coursewise.localstack.home.StackHome;
import org.coursewise.localstack.process.Command;
import org.coursewise.localstack.process.JavaCommand;
import org.coursewise.localstack.process.ListeningPort;
import org.coursewise.localstack.process.OpenPort;
import org.coursewise.localstack.process.Part;

/** The document store in a process of its own, in the place of a MongoDB. */
public final class MongoStore {

    public static final String NAME = "mongo";
    private static final int HEAP_MEGABYTES = 160;
    private static final int ANSWER_SECONDS = 5;

    private final Path folder;
    private final int port;

    public MongoStore(StackHome home, int port) {
        this.folder = home.data(NAME);
        this.port = port;
    }

    public Part part() {
        return new Part(
                NAME,
                Set.of(),
                List.of(new ListeningPort(port, "the MongoDB-compatible store")),
                this::prepare,
                this::ping,
                Part.Step.NONE,
                Duration.ofSeconds(8));
    }

    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    private Command prepare() throws IOException {
        Files.createDirectories(folder);
        return JavaCommand.of(MongoProcess.class, HEAP_MEGABYTES, folder, folder.resolve("documents.mv"), port);
    }

    private void ping() throws IOException {
        OpenPort.require(port);
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri("admin")))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .build();
        try (var client = MongoClients.create(settings)) {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
        }
    }
}
