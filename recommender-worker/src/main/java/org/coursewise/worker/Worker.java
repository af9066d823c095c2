package org.coursewise.worker;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.dataset.UnusableDataException;
import org.coursewise.recommender.training.MemoryNeed;
import org.coursewise.recommender.training.Trainer;
import org.coursewise.recommender.training.TrainingSettings;
import org.coursewise.trace.Span;
import org.jspecify.annotations.Nullable;

/** Takes one job after the other until it is stopped; without a database it waits for one. */
final class Worker {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());
    private static final int MAX_ATTEMPTS = 3;
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final WorkerSettings settings;
    private final TrainingJobs jobs;
    private final Models models;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Worker(WorkerSettings settings, Clock clock) {
        this.settings = settings;
        this.jobs = new TrainingJobs(UUID.randomUUID().toString(), settings.lease(), clock);
        this.models = new Models(settings, clock);
    }

    void stop() {
        stopped.countDown();
    }

    void work() throws InterruptedException {
        var isFailing = false;
        do {
            try (var connection = settings.connect()) {
                if (isFailing) {
                    LOG.log(System.Logger.Level.INFO, "The database answers again");
                }
                isFailing = false;
                takeJobs(connection);
            } catch (SQLException e) {
                if (!isFailing) {
                    LOG.log(System.Logger.Level.WARNING, "Waits for the database: {0}", e.getMessage());
                }
                isFailing = true;
            }
        } while (!stopped.await(1, TimeUnit.SECONDS));
    }

    private void takeJobs(Connection connection) throws SQLException, InterruptedException {
        while (stopped.getCount() > 0) {
            connection.setAutoCommit(true);
            var job = jobs.leaseNext(connection);
            if (job.isPresent()) {
                run(connection, job.get());
            } else if (stopped.await(1, TimeUnit.SECONDS)) {
                return;
            }
        }
    }

    private void run(Connection connection, TrainingJob job) throws SQLException, InterruptedException {
        try (var span = Span.begin(Span.Kind.INTERNAL, "train", job.traceparent());
                var heart = new Heart(stages -> keep(job, stages), BEAT)) {
            if (job.attempt() > MAX_ATTEMPTS) {
                jobs.end(connection, job, "failed", "Its worker died " + MAX_ATTEMPTS + " times.", null, null);
                return;
            }
            LOG.log(System.Logger.Level.INFO, "Training job {0} begins", job.id());
            connection.setAutoCommit(false);
            heart.progress("reading", 0);
            MemoryNeed.check(
                    TrainingData.count(connection), Runtime.getRuntime().maxMemory());
            var inService = models.inService(connection).orElse(null);
            var data = TrainingData.read(connection, inService == null ? null : inService.trainedAt());
            connection.commit();
            heart.progress("reading", 1);
            var trainingSettings = new TrainingSettings(
                    job.seed(),
                    settings.threads(),
                    TrainingSettings.defaults().folds(),
                    TrainingSettings.defaults().learnersPerFold(),
                    TrainingSettings.defaults().rowsPerFold());
            Recommender model = new Trainer(trainingSettings, heart::progress).train(data.training());
            var comparison = compare(connection, model, inService, data, heart);
            heart.progress("storing", 0);
            var version = models.store(connection, job, model, data.enrollments(), comparison);
            heart.progress("storing", 1);
            if (jobs.end(connection, job, "succeeded", null, version, heart.stages())) {
                connection.commit();
                LOG.log(System.Logger.Level.INFO, "Training job {0} made model {1}", job.id(), version);
            } else {
                connection.rollback();
                cancelled(connection, job);
            }
        } catch (InterruptedException e) {
            connection.rollback();
            if (stopped.getCount() == 0) {
                throw e;
            }
            cancelled(connection, job);
        } catch (UnusableDataException | IOException e) {
            connection.rollback();
            end(connection, job, "failed", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            connection.rollback();
            LOG.log(System.Logger.Level.ERROR, "Training job " + job.id() + " failed", e);
            end(connection, job, "failed", "A mistake of ours: " + e);
        } finally {
            // a heap that training filled is given back while there is nothing to do
            System.gc();
        }
    }

    /** Null when there was no model, none that can be read, or too little is new since it was trained. */
    private @Nullable Comparison compare(
            Connection connection,
            Recommender model,
            Models.@Nullable InService inService,
            TrainingData data,
            Heart heart)
            throws SQLException {
        var test = data.test();
        if (inService == null || test == null) {
            return null;
        }
        heart.progress("comparing", 0);
        var comparison = models.read(connection, inService.version())
                .map(other -> Comparison.of(model, inService.version(), other, data.training(), test))
                .orElse(null);
        connection.commit();
        heart.progress("comparing", 1);
        return comparison;
    }

    private void cancelled(Connection connection, TrainingJob job) throws SQLException {
        end(connection, job, "cancelled", null);
        LOG.log(System.Logger.Level.INFO, "Training job {0} was cancelled", job.id());
    }

    private void end(Connection connection, TrainingJob job, String status, @Nullable String failure)
            throws SQLException {
        connection.setAutoCommit(true);
        jobs.end(connection, job, status, failure, null, null);
    }

    /** From a connection of its own: the work's is in a transaction. */
    private boolean keep(TrainingJob job, List<Stage> stages) {
        try (var connection = settings.connect()) {
            return jobs.keep(connection, job, stages);
        } catch (SQLException e) {
            // the lease outlasts a short absence
            LOG.log(System.Logger.Level.DEBUG, "No heartbeat", e);
            return true;
        }
    }
}
