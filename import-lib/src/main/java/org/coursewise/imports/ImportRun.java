package org.coursewise.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.coursewise.trace.TraceContext;

/** One attempt at a job: gathers a batch of rows while the one before is written. */
final class ImportRun implements AutoCloseable {

    private static final int REFUSED_AT_ONCE = 1_000;

    private final ImportJob job;
    private final String worker;
    private final ImportSteps steps;
    private final RowBatch batch;
    private final ExecutorService writer;
    private final TraceContext trace;
    private List<RowError> refused = new ArrayList<>();
    private int rows;
    private Future<Count> written = CompletableFuture.completedFuture(Count.NONE);

    /** @param trace that the job belongs to */
    ImportRun(
            ImportJob job,
            String worker,
            ImportSteps steps,
            RowBatch batch,
            ExecutorService writer,
            TraceContext trace) {
        this.job = job;
        this.worker = worker;
        this.steps = steps;
        this.batch = batch;
        this.writer = writer;
        this.trace = trace;
    }

    /** @throws ImportSteps.LeaseLostException when another worker has the job by now */
    void take(CsvRow row) {
        rows++;
        try {
            row.check();
            batch.add(row);
        } catch (BadRowException e) {
            refused.add(new RowError(row.line(), String.valueOf(e.getMessage())));
        }
        if (batch.isFull() || refused.size() >= REFUSED_AT_ONCE) {
            write();
        }
    }

    /** @throws ImportSteps.LeaseLostException when another worker has the job by now */
    Count finish() {
        write();
        return steps.finish(job, worker, batch, written());
    }

    /** Ends the job for a reason that lies in the file; what was read before stays taken. */
    Count fail(String reason) {
        write();
        var count = written();
        steps.fail(job, worker, reason, count);
        return count;
    }

    private void write() {
        var before = written();
        var taken = batch.take();
        var read = rows;
        var wrong = refused;
        rows = 0;
        refused = new ArrayList<>();
        written = writer.submit(() -> {
            try (var scope = trace.open()) {
                return steps.write(job, worker, taken, before, read, wrong);
            }
        });
    }

    /** Waits for the last batch. */
    private Count written() {
        try {
            return written.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns when nothing is being written any more, so that whoever begins anew does so alone. */
    @Override
    public void close() {
        try {
            written();
        } catch (RuntimeException e) {
            // it was thrown before, or what stopped the reading matters more
        }
    }
}
