package org.coursewise.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of a README. */
final class Readme {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Readme() {}

    /** The rows of all its tables, each as its cells. */
    static Stream<List<String>> rows(String path) {
        return Repository.lines(path).stream()
                .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                .map(line -> Stream.of(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList());
    }

    /** What is set in code in a cell. */
    static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(result -> result.group(1)).toList();
    }

    /** The environment variables that a row of a table of settings is about; {@code -user} after {@code a.b-url} is {@code a.b-user}. */
    static List<String> variables(List<String> row) {
        var names = new ArrayList<String>();
        for (var code : codes(row.get(0))) {
            var name = code;
            if (code.startsWith("-") || code.startsWith("_")) {
                var first = names.get(0);
                name = first.substring(0, first.lastIndexOf('_')) + code;
            }
            names.add(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT));
        }
        return names.stream()
                .filter(name -> name.startsWith("COURSEWISE_") || name.startsWith("WLP_"))
                .toList();
    }

    static boolean isRequired(List<String> row) {
        return row.size() > 1 && row.get(1).startsWith("required");
    }
}
