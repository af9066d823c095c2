package org.coursewise.recommender.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.coursewise.recommender.dataset.CsvFiles;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.dataset.DatasetBuilder;
import org.coursewise.recommender.dataset.EnrollmentCount;
import org.coursewise.recommender.dataset.SkippedRows;
import org.coursewise.recommender.dataset.UnusableDataException;
import org.coursewise.recommender.training.MemoryNeed;
import org.jspecify.annotations.Nullable;

/** Reads the input of a command and tells which rows were skipped. */
final class InputFiles {

    private static final int TOLD_ROWS = 10;

    private final PrintWriter err;
    private final SkippedRows skipped;

    InputFiles(PrintWriter err) {
        this.err = err;
        this.skipped = new SkippedRows(TOLD_ROWS, message -> err.println("Skipped: " + message));
    }

    SkippedRows skipped() {
        return skipped;
    }

    /** Reads what is trained on; refuses beforehand when that would not fit. */
    Dataset readToTrain(Path enrollments, Path courses) throws UnusableDataException {
        MemoryNeed.check(
                EnrollmentCount.of(enrollments, courses), Runtime.getRuntime().maxMemory());
        return read(enrollments, courses);
    }

    Dataset read(Path enrollments, @Nullable Path courses) throws UnusableDataException {
        var builder = new DatasetBuilder();
        if (courses != null) {
            CsvFiles.courses(courses, skipped).forEach(builder::course);
        }
        CsvFiles.enrollments(enrollments, skipped, builder);
        return builder.build();
    }

    void tellSkipped() {
        if (skipped.count() > 0) {
            err.println(skipped.count() + " rows were skipped");
        }
        err.flush();
    }
}
