package org.coursewise.localstack.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The store can write no more, by a limit on the size of its file: it ends, and has kept what it has answered. */
@EnabledOnOs(OS.LINUX)
class FullDiskIT {

    private static final String HALF_KIBIBYTES = "1024";
    private static final String TEXT = "text ".repeat(200);
    private static final int MOST = 10_000;
    private static final long SECONDS = 20;

    @TempDir
    Path folder;

    @Test
    void endsAndKeepsWhatItHasAnswered() throws Exception {
        var answered = new AtomicInteger();
        var limited = start("ulimit -f " + HALF_KIBIBYTES + " && exec \"$@\"");
        try {
            assertThatThrownBy(() -> limited.use(documents -> {
                        for (var number = 0; number < MOST; number++) {
                            documents.insertOne(new Document("_id", number).append("text", TEXT));
                            answered.incrementAndGet();
                        }
                    }))
                    .as("there is no space for all of them")
                    .isInstanceOf(RuntimeException.class);
            assertThat(limited.process().waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("it ends")
                    .isTrue();
        } finally {
            limited.process().destroyForcibly().waitFor();
        }
        var again = start("exec \"$@\"");
        try {
            again.use(documents ->
                    assertThat(documents.countDocuments()).isPositive().isGreaterThanOrEqualTo(answered.get()));
        } finally {
            again.process().destroyForcibly().waitFor();
        }
    }

    private interface Use {
        void of(MongoCollection<Document> documents);
    }

    private record Running(Process process, int port) {

        void use(Use use) {
            var uri = "mongodb://127.0.0.1:%d/?serverSelectionTimeoutMS=20000&retryWrites=false".formatted(port);
            try (var client = MongoClients.create(uri)) {
                use.of(client.getDatabase("test").getCollection("kept"));
            }
        }
    }

    private Running start(String shell) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var process = new ProcessBuilder(
                        "sh",
                        "-c",
                        shell,
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MongoProcess.class.getName(),
                        folder.resolve("documents.mv").toString(),
                        Integer.toString(port))
                .inheritIO()
                .start();
        return new Running(process, port);
    }
}
