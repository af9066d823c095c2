package org.coursewise.course.training;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coursewise.course.settings.CourseSettings;

/** Looks at the times of the schedule whether a training is worth its while, and asks for one. */
@ApplicationScoped
public class TrainingSchedule {

    private static final System.Logger LOG = System.getLogger(TrainingSchedule.class.getName());

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    ScheduledTraining training;

    @Inject
    CourseSettings settings;

    @Inject
    Clock clock;

    public void start(ManagedExecutorService executor) {
        if (settings.trainingTimes().isEver()) {
            executor.execute(this::run);
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void run() {
        var looked = clock.instant();
        var isFailing = false;
        try {
            while (!stopped.await(1, TimeUnit.SECONDS)) {
                try {
                    looked = look(looked);
                    isFailing = false;
                } catch (RuntimeException e) {
                    if (!isFailing) {
                        LOG.log(System.Logger.Level.WARNING, "The schedule of trainings waits for the database", e);
                    }
                    isFailing = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once for each time of the schedule; when it was looked last. */
    private Instant look(Instant before) {
        var now = clock.instant();
        var due = settings.trainingTimes().lastUntil(now);
        if (!due.isAfter(before)) {
            return before;
        }
        training.askUnlessAskedSince(due)
                .ifPresent(id -> LOG.log(System.Logger.Level.INFO, "The schedule asks for training job {0}", id));
        return now;
    }
}
