package org.coursewise.localstack.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coursewise.localstack.home.StackHome;
import org.coursewise.localstack.process.Command;
import org.coursewise.localstack.process.JavaCommand;
import org.coursewise.localstack.process.Part;
import org.coursewise.worker.WorkerProcess;

/** Trains models at low priority: people who use the services meanwhile shall not feel it. */
public final class TrainingWorker {

    public static final String NAME = "worker";
    private static final int HEAP_MEGABYTES = 2_048;

    private final StackHome home;
    private final Map<String, String> settings;

    /** @param settings course's database, as environment variables */
    public TrainingWorker(StackHome home, Map<String, String> settings) {
        this.home = home;
        this.settings = Map.copyOf(settings);
    }

    /** Needs the service, which makes the tables. */
    public Part part() {
        return new Part(
                NAME,
                Set.of("course"),
                List.of(),
                this::prepare,
                Part.Step.NONE,
                Part.Step.NONE,
                Duration.ofSeconds(5));
    }

    private Command prepare() throws IOException {
        var folder = home.data(NAME);
        Files.createDirectories(folder);
        return JavaCommand.inBackground(WorkerProcess.class, HEAP_MEGABYTES, folder, settings);
    }
}
