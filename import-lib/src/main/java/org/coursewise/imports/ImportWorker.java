package org.coursewise.imports;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.coursewise.csv.BadFileException;
import org.coursewise.csv.CsvFile;
import org.coursewise.trace.Span;
import org.coursewise.trace.TraceContext;

/** Does one import at a time, and looks every second for the next: a replica's own or a dead one's. */
@ApplicationScoped
public class ImportWorker {

    private static final System.Logger LOG = System.getLogger(ImportWorker.class.getName());
    private static final int MAX_ATTEMPTS = 5;

    private final String name = UUID.randomUUID().toString();
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean stopped;

    @Inject
    ImportJobs jobs;

    @Inject
    ImportSteps steps;

    @Inject
    ImportedFiles files;

    public void start(ManagedExecutorService executor) {
        executor.execute(() -> work(executor));
    }

    /** There is something to do: look now. */
    public void call() {
        calls.release();
    }

    /**
     * Ends a job before its time. What was taken stays, and others are told of it as of any import.
     *
     * @return false when it was over already
     */
    public boolean cancel(UUID job) {
        return steps.cancel(job);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        calls.release();
    }

    private void work(ExecutorService executor) {
        var isFailing = false;
        while (!stopped) {
            try {
                var job = jobs.leaseNext(name);
                isFailing = false;
                if (job.isPresent()) {
                    run(job.get(), executor);
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

    private void run(ImportJob job, ExecutorService executor) {
        try (var span = Span.begin(Span.Kind.INTERNAL, "import " + job.kind(), job.traceparent())) {
            if (job.attempt() > MAX_ATTEMPTS) {
                steps.fail(
                        job,
                        name,
                        "It was begun " + MAX_ATTEMPTS + " times and never finished. Send the file again.",
                        Count.NONE);
                return;
            }
            var taken = take(job, executor, span.context());
            LOG.log(
                    System.Logger.Level.INFO,
                    "Imported {0}: {1} rows read, {2} taken, {3} refused",
                    job.kind(),
                    taken.read(),
                    taken.taken(),
                    taken.refused());
        } catch (ImportSteps.LeaseLostException e) {
            LOG.log(System.Logger.Level.WARNING, "Import {0} was taken over, or cancelled", job.id());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Count take(ImportJob job, ExecutorService executor, TraceContext trace) throws IOException {
        try (var run = new ImportRun(job, name, steps, files.begin(job), executor, trace)) {
            return take(job, run);
        }
    }

    private Count take(ImportJob job, ImportRun run) throws IOException {
        try (var file = new CsvFile(new PieceStream(position -> jobs.piece(job.id(), position)))) {
            file.read(files.requiredColumns(job.kind()), row -> {
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
}
