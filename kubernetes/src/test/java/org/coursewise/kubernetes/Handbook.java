package org.coursewise.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** docs/operations.md, taken apart: what it links to, names and tells to type. */
final class Handbook {

    static final String PATH = "docs/operations.md";

    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```\\n(.*?)^```$");

    private final String text = Repository.text(PATH);

    String text() {
        return text;
    }

    /** Where links go, as they are written. */
    Stream<String> links() {
        return found(LINK);
    }

    /** Blocks of commands. */
    List<String> blocks() {
        return found(FENCE).toList();
    }

    /** The first group of each place that fits. */
    Stream<String> found(Pattern pattern) {
        return pattern.matcher(text).results().map(result -> result.group(1));
    }

    /** The rows below a heading, up to the next of the same rank. */
    List<List<String>> rowsOf(String heading) {
        var rows = new ArrayList<List<String>>();
        var inside = false;
        for (var line : text.lines().toList()) {
            if (line.startsWith("## ")) {
                inside = line.equals("## " + heading);
            } else if (inside && line.startsWith("|") && !line.startsWith("|---")) {
                rows.add(Stream.of(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList());
            }
        }
        return rows;
    }

    /** The anchors of a document's headings. */
    static List<String> anchors(String path) {
        return Repository.lines(path).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
