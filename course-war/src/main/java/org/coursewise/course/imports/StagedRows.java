package org.coursewise.course.imports;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.coursewise.imports.RowBatch;
import org.coursewise.imports.RowError;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of a file on their way by COPY into a temporary table, of which the first column is the line. */
final class StagedRows {

    private static final int ROWS = 40_000;
    private static final int CHARACTERS = 4 << 20;

    private final String table;
    private final String columns;
    private StringBuilder lines = new StringBuilder();
    private int rows;

    /** @param columns all but the line, as SQL declares them */
    StagedRows(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    /** @param cells of the columns, in their order; each as PostgreSQL reads its text */
    void add(long line, @Nullable Object... cells) {
        lines.append(line);
        for (var cell : cells) {
            append(cell == null ? null : cell.toString());
        }
        lines.append('\n');
        rows++;
    }

    boolean isFull() {
        return rows >= ROWS || lines.length() >= CHARACTERS;
    }

    /** What is done with rows that lie in the table. */
    interface Taking {
        /** @param wrong gets what cannot be taken */
        void take(Statement statement, List<RowError> wrong) throws SQLException;
    }

    /** Gives the rows away, to go into the table and have something done with them. */
    RowBatch.Writing take(DataSource database, Taking taking) {
        var taken = lines;
        lines = new StringBuilder(taken.length());
        rows = 0;
        return () -> taken.isEmpty() ? List.of() : write(database, taken, taking);
    }

    private List<RowError> write(DataSource database, CharSequence taken, Taking taking) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var wrong = new ArrayList<RowError>();
            stage(statement, taken);
            taking.take(statement, wrong);
            statement.execute("drop table " + table);
            return wrong;
        } catch (SQLException | IOException e) {
            throw new PersistenceException("Rows could not be taken from " + table, e);
        }
    }

    private void stage(Statement statement, CharSequence taken) throws SQLException, IOException {
        statement.execute("create temp table " + table + " (line bigint, " + columns + ") on commit drop");
        statement
                .getConnection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new StringReader(taken.toString()));
    }

    /** @param deletion returns the line of each row that cannot be taken, and why */
    static void refuse(Statement statement, String deletion, List<RowError> wrong) throws SQLException {
        try (var refused = statement.executeQuery(deletion)) {
            while (refused.next()) {
                wrong.add(new RowError(refused.getLong(1), refused.getString(2)));
            }
        }
    }

    /** In COPY's text format. */
    private void append(@Nullable String cell) {
        lines.append('\t');
        if (cell == null) {
            lines.append("\\N");
            return;
        }
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
