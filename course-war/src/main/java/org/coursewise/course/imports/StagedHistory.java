package org.coursewise.course.imports;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.course.learner.LearnerLinks;
import org.coursewise.imports.RowError;
import org.jspecify.annotations.Nullable;

/**
 * Rows of what learners did in courses, on their way by COPY into a temporary table of the columns line, learner, code and
 * some of their own. An outside learner who has an account by now is that account's owner; learners who were erased stay
 * so. Courses are locked in the order of their ids.
 */
final class StagedHistory {

    static final int LONGEST_LEARNER = 200;
    static final int LONGEST_CODE = 64;

    private static final String UNKNOWN = """
            select line, code from %s as staged where not exists (select 1 from course where course.code = staged.code)
            """;

    private static final String ERASED = """
            delete from %s where encode(sha256(convert_to(learner, 'UTF8')), 'hex') in (select learner_hash from erasure)
            returning line
            """;

    private static final String LOCK =
            "select 1 from course where code in (select code from %s) order by id for update";

    private final String table;
    private final CourseNames names;
    private final StagedRows rows;

    /** @param columns its own ones, as SQL declares them */
    StagedHistory(String table, String columns, CourseNames names) {
        this.table = table;
        this.names = names;
        this.rows = new StagedRows(table, "learner text, code text, " + columns);
    }

    /**
     * @param code of the course, or what the file calls it
     * @param cells of its own columns; each as PostgreSQL reads its text
     */
    void add(long line, String learner, String code, @Nullable Object... cells) {
        var all = new ArrayList<@Nullable Object>(List.of(learner, code));
        Collections.addAll(all, cells);
        rows.add(line, all.toArray());
    }

    boolean isFull() {
        return rows.isFull();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Lets the rows go into the table, within the caller's transaction, and returns those that cannot be taken. */
    List<RowError> stage(Statement statement) throws SQLException, IOException {
        rows.stage(statement);
        statement.execute(Erasures.shareLock());
        statement.execute(LearnerLinks.HOLD);
        statement.executeUpdate(LearnerLinks.translation(table));
        names.resolve(statement, table);
        var wrong = new ArrayList<RowError>();
        try (var erased = statement.executeQuery(ERASED.formatted(table))) {
            while (erased.next()) {
                wrong.add(new RowError(erased.getLong(1), "learner: was erased"));
            }
        }
        try (var strangers = statement.executeQuery(UNKNOWN.formatted(table))) {
            while (strangers.next()) {
                wrong.add(new RowError(strangers.getLong(1), names.thereIsNo(strangers.getString(2))));
            }
        }
        statement.execute(LOCK.formatted(table));
        return wrong;
    }

    /** Makes room for the next rows. */
    void clear(Statement statement) throws SQLException {
        rows.clear(statement);
    }
}
