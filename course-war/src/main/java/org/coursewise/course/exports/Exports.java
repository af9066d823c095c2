package org.coursewise.course.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.coursewise.csv.CsvSheet;
import org.coursewise.postgres.Sql;

/** Writes files row by row, as the database gives them: none is ever in memory. */
@ApplicationScoped
class Exports {

    private static final System.Logger LOG = System.getLogger(Exports.class.getName());

    private static final List<ExportedFile> FILES = List.of(
            CourseFile.FILE,
            EnrollmentFile.FILE,
            ReviewFile.FILE,
            SectionFile.FILE,
            LessonFile.FILE,
            CompletionFile.FILE,
            RosterCourseFile.FILE,
            RosterClassFile.FILE,
            RosterEnrollmentFile.FILE);

    @Inject
    Sql sql;

    Optional<ExportedFile> find(String kind, String format) {
        return FILES.stream()
                .filter(file -> file.kind().equals(kind) && file.format().equals(format))
                .findFirst();
    }

    /** @param caller who takes it away; that stays in the log */
    void write(ExportedFile file, String caller, OutputStream into) throws IOException {
        var sheet = new CsvSheet(into, file.columns().toArray(String[]::new));
        var count = new AtomicLong();
        sql.stream(file.sql(), file.rowsAtOnce(), row -> {
            sheet.write(file.line().cells(row));
            count.incrementAndGet();
        });
        sheet.flush();
        LOG.log(
                System.Logger.Level.INFO,
                "Exported {0} as {1} to {2}: {3} rows",
                file.kind(),
                file.format(),
                caller,
                count.get());
    }
}
