package org.coursewise.course.digest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.coursewise.course.recommendation.Suggestions;
import org.coursewise.course.settings.CourseSettings;
import org.coursewise.postgres.PeriodicWork;

/** Looks every second who is due for the mail of recommendations; each replica does, and takes others. */
@ApplicationScoped
public class DigestWorker {

    private static final System.Logger LOG = System.getLogger(DigestWorker.class.getName());

    private final PeriodicWork work = new PeriodicWork(Duration.ofSeconds(1), "Mails of recommendations wait");

    @Inject
    Digests digests;

    @Inject
    Suggestions suggestions;

    @Inject
    CourseSettings settings;

    public void start(ManagedExecutorService executor) {
        if (settings.digestTimes().isEver()) {
            work.start(executor, this::sendAllDue);
        }
    }

    @PreDestroy
    void stop() {
        work.stop();
    }

    private void sendAllDue() {
        // before the model is read, everybody would be somebody of whom nothing is known
        while (suggestions.areReady() && !work.isStopped() && digests.sendNext()) {
            LOG.log(System.Logger.Level.DEBUG, "One learner was due for recommendations");
        }
    }
}
