package org.coursewise.worker;

import java.time.Clock;
import org.coursewise.settings.InvalidSettingsException;
import org.coursewise.settings.Settings;

/** The program. Its settings are environment variables; recommender-worker/README.md lists them. */
public final class WorkerProcess {

    private static final System.Logger LOG = System.getLogger(WorkerProcess.class.getName());
    /** EX_CONFIG of sysexits.h. */
    private static final int EXIT_CONFIG = 78;

    private WorkerProcess() {}

    /** Works until the process is stopped. */
    public static void main(String[] arguments) throws InterruptedException {
        WorkerSettings settings;
        try {
            settings = Settings.ofEnvironment().read(WorkerSettings::from);
        } catch (InvalidSettingsException e) {
            e.problems().forEach(problem -> LOG.log(System.Logger.Level.ERROR, "Cannot start: {0}", problem));
            Runtime.getRuntime().exit(EXIT_CONFIG);
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
}
