package org.coursewise.course.imports;

import java.util.List;
import java.util.function.Function;
import org.coursewise.csv.CsvRow;
import org.coursewise.imports.RowBatch;
import org.coursewise.imports.RowError;
import org.jspecify.annotations.Nullable;

/** Gathers enrolments that were made elsewhere, as COPY takes them. */
final class EnrollmentBatch implements RowBatch {

    private static final int ROWS = 20_000;

    private final EnrollmentWriter writer;
    private final Function<CsvRow, StagedEnrollment> reading;
    private final StringBuilder lines = new StringBuilder();
    private int rows;

    EnrollmentBatch(EnrollmentWriter writer, Function<CsvRow, StagedEnrollment> reading) {
        this.writer = writer;
        this.reading = reading;
    }

    @Override
    public void add(CsvRow row) {
        var enrollment = reading.apply(row);
        lines.append(enrollment.line());
        append(enrollment.learner());
        append(enrollment.code());
        append(enrollment.enrolledAt());
        append(enrollment.completedAt());
        append(enrollment.status());
        append(enrollment.isOfAnyTime());
        lines.append('\n');
        rows++;
    }

    @Override
    public boolean isFull() {
        return rows >= ROWS;
    }

    @Override
    public List<RowError> write() {
        if (rows == 0) {
            return List.of();
        }
        var wrong = writer.take(lines.toString());
        lines.setLength(0);
        rows = 0;
        return wrong;
    }

    /** In COPY's text format. */
    private void append(@Nullable Object value) {
        lines.append('\t');
        if (value == null) {
            lines.append("\\N");
            return;
        }
        var cell = value.toString();
        for (var i = 0; i < cell.length(); i++) {
            switch (cell.charAt(i)) {
                case '\\' -> lines.append("\\\\");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                case '\t' -> lines.append("\\t");
                default -> lines.append(cell.charAt(i));
            }
        }
    }
}
