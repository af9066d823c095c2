package org.coursewise.events.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One broker and one database for all tests of a run; who stops one starts it again. They end with the run. */
public final class Servers {

    private static final Path HOME = home();
    private static KafkaProcess kafka;
    private static Postgres postgres;

    private Servers() {}

    public static synchronized KafkaProcess kafka() {
        if (kafka == null) {
            kafka = KafkaProcess.start(HOME.resolve("kafka"));
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        }
        return kafka;
    }

    public static synchronized Postgres postgres() {
        if (postgres == null) {
            postgres = Postgres.start(HOME.resolve("postgres"));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        }
        return postgres;
    }

    private static Path home() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
