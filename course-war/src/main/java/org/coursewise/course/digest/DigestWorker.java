package org.coursewise.course.digest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coursewise.course.recommendation.Suggestions;
import org.coursewise.course.settings.CourseSettings;

/** Looks every second who is due for the mail of recommendations; each replica does, and takes others. */
@ApplicationScoped
public class DigestWorker {

    private static final System.Logger LOG = System.getLogger(DigestWorker.class.getName());

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    Digests digests;

    @Inject
    Suggestions suggestions;

    @Inject
    CourseSettings settings;

    public void start(ManagedExecutorService executor) {
        if (settings.digestTimes().isEver()) {
            executor.execute(this::run);
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void run() {
        var isFailing = false;
        try {
            while (!stopped.await(1, TimeUnit.SECONDS)) {
                try {
                    // before the model is read, everybody would be somebody of whom nothing is known
                    while (suggestions.areReady() && digests.sendNext() && stopped.getCount() > 0) {
                        LOG.log(System.Logger.Level.DEBUG, "One learner was due for recommendations");
                    }
                    isFailing = false;
                } catch (RuntimeException e) {
                    if (!isFailing) {
                        LOG.log(System.Logger.Level.WARNING, "Mails of recommendations wait", e);
                    }
                    isFailing = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
