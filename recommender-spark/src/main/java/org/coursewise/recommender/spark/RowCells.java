package org.coursewise.recommender.spark;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.coursewise.recommender.dataset.Cells;

/** A row of a DataFrame as the library reads rows: values as text, lists as they are or separated by {@code |}. */
final class RowCells implements Cells {

    private final Row row;
    private final Map<String, Integer> columns;

    /** @param columns their places by name */
    RowCells(Row row, Map<String, Integer> columns) {
        this.row = row;
        this.columns = columns;
    }

    @Override
    public String get(String column) {
        var at = columns.get(column);
        if (at == null || row.isNullAt(at)) {
            return "";
        }
        return row.get(at) instanceof scala.collection.Seq<?>
                ? String.join("|", texts(at))
                : String.valueOf(row.get(at)).strip();
    }

    @Override
    public List<String> list(String column) {
        var at = columns.get(column);
        return at != null && !row.isNullAt(at) && row.get(at) instanceof scala.collection.Seq<?>
                ? texts(at)
                : Cells.super.list(column);
    }

    private List<String> texts(int at) {
        return row.getList(at).stream()
                .map(text -> String.valueOf(text).strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The row in one line, to tell which one it is. */
    String line() {
        return row.mkString(",");
    }
}
