package org.coursewise.course.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A file that can be taken away, one for each kind and format.
 *
 * @param kind what the file is of, as the query says it
 * @param scope what a machine client needs to take it
 * @param columns in the order of the cells; the names that the import knows them by
 * @param sql reads all rows in an order that depends on nothing but what they say
 * @param rowsAtOnce how many are in memory: few where one may be long
 * @param line makes a row of the file of one of the database
 */
record ExportedFile(
        String kind, String format, String scope, List<String> columns, String sql, int rowsAtOnce, Line line) {

    private static final int MANY = 1_000;

    ExportedFile(String kind, String format, String scope, List<String> columns, String sql, Line line) {
        this(kind, format, scope, columns, sql, MANY, line);
    }

    /** A row of the file. */
    @FunctionalInterface
    interface Line {
        List<String> cells(ResultSet row) throws SQLException;
    }

    String fileName() {
        return kind + ".csv";
    }
}
