package org.coursewise.course.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A file that can be taken away. Each kind and format is one bean of this, and there is no more to it. */
interface ExportedFile {

    /** What the file is of, as the query says it. */
    String kind();

    String format();

    /** What a machine client needs to take it. */
    String scope();

    /** In the order of the cells; the names that the import knows them by. */
    List<String> columns();

    /** Reads all rows in an order that depends on nothing but what they say. */
    String sql();

    /** A row of the file. */
    List<String> cells(ResultSet row) throws SQLException;

    default String fileName() {
        return kind() + ".csv";
    }
}
