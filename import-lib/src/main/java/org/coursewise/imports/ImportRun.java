package org.coursewise.imports;

import java.util.ArrayList;
import java.util.List;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;

/** One attempt at a job: gathers rows and writes them a batch at a time. */
final class ImportRun {

    private static final int REFUSED_AT_ONCE = 1_000;

    private final ImportJob job;
    private final String worker;
    private final ImportSteps steps;
    private final RowBatch batch;
    private final List<RowError> refused = new ArrayList<>();
    private Count count = Count.NONE;
    private int rows;

    ImportRun(ImportJob job, String worker, ImportSteps steps, RowBatch batch) {
        this.job = job;
        this.worker = worker;
        this.steps = steps;
        this.batch = batch;
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
        return steps.finish(job, worker, batch, count);
    }

    /** Ends the job for a reason that lies in the file; what was read before stays taken. */
    Count fail(String reason) {
        write();
        steps.fail(job, worker, reason, count);
        return count;
    }

    private void write() {
        count = steps.write(job, worker, batch, count, rows, refused);
        rows = 0;
        refused.clear();
    }
}
