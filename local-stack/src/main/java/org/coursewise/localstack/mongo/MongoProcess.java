package org.coursewise.localstack.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Serves one file over MongoDB's wire protocol until it is asked to stop. */
final class MongoProcess {

    private static final long COMPACTION_SECONDS = 30;

    private MongoProcess() {}

    public static void main(String[] arguments) {
        var backend = CommittingBackend.open(Path.of(arguments[0]), MongoProcess::end);
        var server = new MongoServer(backend);
        var threads = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "compaction");
            thread.setDaemon(true);
            return thread;
        });
        var compaction = threads.scheduleWithFixedDelay(
                backend::compact, COMPACTION_SECONDS, COMPACTION_SECONDS, TimeUnit.SECONDS);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            compaction.cancel(false);
                            server.shutdownNow();
                        },
                        "stop"));
        server.bind("127.0.0.1", Integer.parseInt(arguments[1]));
    }

    /** As a MongoDB does whose disk is full: what it has answered is in the file, and whoever starts it again finds it. */
    private static void end(Throwable failure) {
        System.err.println("The store ends, as it cannot be written: " + failure);
        Runtime.getRuntime().halt(1);
    }
}
