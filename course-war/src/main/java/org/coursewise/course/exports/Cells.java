package org.coursewise.course.exports;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coursewise.postgres.Sql;

/** Columns of a row of the database as the cells of a file. What is null is an empty cell. */
final class Cells {

    private Cells() {}

    static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }

    static String instant(ResultSet row, String column) throws SQLException {
        var instant = Sql.instant(row, column);
        return instant == null ? "" : instant.toString();
    }

    /** The day, as UTC has it. */
    static String day(ResultSet row, String column) throws SQLException {
        var instant = instant(row, column);
        return instant.isEmpty() ? "" : instant.substring(0, instant.indexOf('T'));
    }

    /** In figures alone. */
    static String number(ResultSet row, String column) throws SQLException {
        var number = row.getDouble(column);
        return row.wasNull()
                ? ""
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    static String list(ResultSet row, String column, String separator) throws SQLException {
        var items = row.getArray(column);
        return items == null ? "" : String.join(separator, List.of((String[]) items.getArray()));
    }
}
