package org.coursewise.recommender.dataset;

import java.util.Arrays;
import java.util.List;

/** A row of a table whose columns have names, whatever it was read from. */
@FunctionalInterface
public interface Cells {

    /** A cell without white space around it; empty when there is none. */
    String get(String column);

    /** The parts of a cell that are separated by {@code |}. */
    default List<String> list(String column) {
        return Arrays.stream(get(column).split("\\|", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** @throws IllegalArgumentException when it is empty */
    default String required(String column) {
        var text = get(column);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(column + " is empty");
        }
        return text;
    }
}
