package org.coursewise.course.training;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.coursewise.course.settings.CourseSettings;
import org.coursewise.postgres.PeriodicWork;

/** Looks at the times of the schedule whether a training is worth its while, and asks for one. */
@ApplicationScoped
public class TrainingSchedule {

    private static final System.Logger LOG = System.getLogger(TrainingSchedule.class.getName());

    private final PeriodicWork work =
            new PeriodicWork(Duration.ofSeconds(1), "The schedule of trainings waits for the database");

    private Instant looked = Instant.MAX;

    @Inject
    ScheduledTraining training;

    @Inject
    CourseSettings settings;

    @Inject
    Clock clock;

    public void start(ManagedExecutorService executor) {
        if (settings.trainingTimes().isEver()) {
            looked = clock.instant();
            work.start(executor, this::look);
        }
    }

    @PreDestroy
    void stop() {
        work.stop();
    }

    /** Once for each time of the schedule. */
    private void look() {
        var now = clock.instant();
        var due = settings.trainingTimes().lastUntil(now);
        if (due.isAfter(looked)) {
            training.askUnlessAskedSince(due)
                    .ifPresent(id -> LOG.log(System.Logger.Level.INFO, "The schedule asks for training job {0}", id));
            looked = now;
        }
    }
}
