package org.coursewise.course.imports;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.coursewise.course.catalog.CatalogFacts;
import org.coursewise.course.catalog.SearchIndex;
import org.coursewise.course.catalog.SeatsOpened;
import org.coursewise.trace.Span;

/** Does one import at a time, and looks every second for the next: a replica's own or a dead one's. */
@ApplicationScoped
public class ImportWorker {

    private static final System.Logger LOG = System.getLogger(ImportWorker.class.getName());
    private static final int MAX_ATTEMPTS = 5;

    private final String name = UUID.randomUUID().toString();
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean stopped;

    @Resource(lookup = "jdbc/coursewise")
    DataSource database;

    @Inject
    ImportJobs jobs;

    @Inject
    ImportSteps steps;

    @Inject
    SearchIndex searchIndex;

    @Inject
    CatalogFacts catalogFacts;

    @Inject
    Event<SeatsOpened> seatsOpened;

    @Inject
    Clock clock;

    public void start(ManagedExecutorService executor) {
        executor.execute(this::work);
    }

    /** There is something to do: look now. */
    void call() {
        calls.release();
    }

    @PreDestroy
    void stop() {
        stopped = true;
        calls.release();
    }

    private void work() {
        var isFailing = false;
        while (!stopped) {
            try {
                var job = jobs.leaseNext(name);
                isFailing = false;
                if (job.isPresent()) {
                    run(job.get());
                } else {
                    jobs.giveUpBrokenUploads();
                    pause();
                }
            } catch (RuntimeException e) {
                // the job keeps its lease until that runs out, then it is begun anew
                if (!isFailing) {
                    LOG.log(System.Logger.Level.WARNING, "Imports wait", e);
                }
                isFailing = true;
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (calls.tryAcquire(1, TimeUnit.SECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private void run(ImportJob job) {
        try (var span = Span.begin(Span.Kind.INTERNAL, "import " + job.kind().wireName(), job.traceparent())) {
            if (job.attempt() > MAX_ATTEMPTS) {
                steps.fail(
                        job,
                        name,
                        "It was begun " + MAX_ATTEMPTS + " times and never finished. Send the file again.",
                        Count.NONE);
                return;
            }
            var taken = take(job);
            LOG.log(
                    System.Logger.Level.INFO,
                    "Imported {0}: {1} rows read, {2} taken, {3} refused",
                    job.kind().wireName(),
                    taken.read(),
                    taken.taken(),
                    taken.refused());
        } catch (ImportSteps.LeaseLostException e) {
            LOG.log(System.Logger.Level.WARNING, "Import {0} was taken over", job.id());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Count take(ImportJob job) throws IOException {
        var run = new ImportRun(job, name, steps, batch(job.kind()));
        try (var file = new CsvFile(new PieceStream(position -> jobs.piece(job.id(), position)))) {
            file.read(job.kind().requiredColumns(), row -> {
                if (stopped) {
                    throw new IllegalStateException("The server stops; the import begins anew elsewhere");
                }
                run.take(row);
            });
            return run.finish();
        } catch (BadFileException e) {
            return run.fail(String.valueOf(e.getMessage()));
        }
    }

    private RowBatch batch(ImportKind kind) {
        return switch (kind) {
            case COURSES ->
                new CourseBatch(
                        database,
                        new CourseWriter(
                                searchIndex, catalogFacts, course -> seatsOpened.fire(new SeatsOpened(course)), clock));
            case ENROLLMENTS -> new EnrollmentBatch(database);
        };
    }
}
