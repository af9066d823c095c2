package org.coursewise.course.imports;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.course.learner.LearnerLinks;
import org.coursewise.imports.RowBatch;
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

    private static final String ERASED = """
            delete from %s where encode(sha256(convert_to(learner, 'UTF8')), 'hex') in (select learner_hash from erasure)
            returning line, 'learner: was erased'
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

    /** @see StagedRows#take */
    RowBatch.Writing take(DataSource database, StagedRows.Taking taking) {
        return rows.take(database, (statement, wrong) -> {
            hold(statement, wrong);
            taking.take(statement, wrong);
        });
    }

    private void hold(Statement statement, List<RowError> wrong) throws SQLException {
        statement.execute(Erasures.shareLock());
        statement.execute(LearnerLinks.HOLD);
        statement.executeUpdate(LearnerLinks.translation(table));
        names.resolve(statement, table);
        StagedRows.refuse(statement, ERASED.formatted(table), wrong);
        StagedRows.refuse(statement, names.unknown(table), wrong);
        statement.execute(LOCK.formatted(table));
    }
}
