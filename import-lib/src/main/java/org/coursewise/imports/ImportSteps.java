package org.coursewise.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The transactions of an import: each writes rows together with what the job knows of them. */
@ApplicationScoped
class ImportSteps {

    private static final int ERRORS_KEPT = 10_000;

    @Inject
    ImportJobs jobs;

    @Inject
    ImportedFiles files;

    /** The job was taken over, because this worker seemed dead. */
    static final class LeaseLostException extends RuntimeException {}

    /** Writes a batch of rows, of which some were refused before. */
    @Transactional
    Count write(ImportJob job, String worker, RowBatch.Writing batch, Count before, int rows, List<RowError> refused) {
        return count(job, worker, before, rows, refused, batch.write());
    }

    /** Writes the last rows and ends the job. */
    @Transactional
    Count finish(ImportJob job, String worker, RowBatch batch, Count before) {
        var count = count(job, worker, before, 0, List.of(), batch.finish());
        files.ended(job, count);
        if (!jobs.end(job, worker, ImportStatus.SUCCEEDED, null)) {
            throw new LeaseLostException();
        }
        return count;
    }

    /** Ends a job that cannot be finished; of what was taken before, others are told as of any import. */
    @Transactional
    void fail(ImportJob job, String worker, String reason, Count count) {
        if (jobs.end(job, worker, ImportStatus.FAILED, reason)) {
            files.ended(job, count);
        }
    }

    /** Ends a job before its time: its worker notices when it writes next. False when it was over already. */
    @Transactional
    boolean cancel(UUID id) {
        if (!jobs.cancel(id)) {
            return false;
        }
        var job = jobs.find(id).orElseThrow();
        files.ended(new ImportJob(id, job.kind(), 0, null), new Count(job.read(), job.taken(), job.refused()));
        return true;
    }

    private Count count(
            ImportJob job, String worker, Count before, int rows, List<RowError> refused, List<RowError> wrong) {
        var after = before.plus(rows, refused.size() + wrong.size());
        if (before.refused() < ERRORS_KEPT) {
            jobs.addErrors(job.id(), refused);
            jobs.addErrors(job.id(), wrong);
        }
        if (!jobs.progress(job, worker, after)) {
            throw new LeaseLostException();
        }
        return after;
    }
}
