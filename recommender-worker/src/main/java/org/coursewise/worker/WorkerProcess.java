package org.coursewise.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.coursewise.settings.InvalidSettingsException;
import org.coursewise.settings.Settings;

/** The program. Its settings are environment variables; recommender-worker/README.md lists them. */
public final class WorkerProcess {

    private static final System.Logger LOG = System.getLogger(WorkerProcess.class.getName());
    /** EX_CONFIG of sysexits.h. */
    private static final int EXIT_CONFIG = 78;

    private static final String REGISTER = "register";
    private static final int EXIT_USAGE = 2;

    private WorkerProcess() {}

    /**
     * Works until the process is stopped, or registers a model and ends.
     *
     * @param arguments none, or {@code register} and a model
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 0 && !(arguments.length == 2 && arguments[0].equals(REGISTER))) {
            LOG.log(System.Logger.Level.ERROR, "No argument, or: register MODEL");
            Runtime.getRuntime().exit(EXIT_USAGE);
            return;
        }
        WorkerSettings settings;
        try {
            settings = Settings.ofEnvironment().read(WorkerSettings::from);
        } catch (InvalidSettingsException e) {
            e.problems().forEach(problem -> LOG.log(System.Logger.Level.ERROR, "Cannot start: {0}", problem));
            Runtime.getRuntime().exit(EXIT_CONFIG);
            return;
        }
        if (arguments.length > 0) {
            Runtime.getRuntime().exit(register(settings, Path.of(arguments[1])));
            return;
        }
        var worker = new Worker(settings, Clock.systemUTC());
        var main = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            worker.stop();
                            main.interrupt();
                        },
                        "stop"));
        LOG.log(System.Logger.Level.INFO, "Waits for training jobs");
        worker.work();
    }

    private static int register(WorkerSettings settings, Path model) {
        var clock = Clock.systemUTC();
        try (var connection = settings.connect()) {
            connection.setAutoCommit(false);
            var version = new Registration(new Models(settings, clock), clock).register(connection, model);
            LOG.log(System.Logger.Level.INFO, "The model is version {0}", version);
            return 0;
        } catch (IOException | SQLException e) {
            LOG.log(System.Logger.Level.ERROR, "The model was not registered: {0}", e.getMessage());
            return 1;
        }
    }
}
