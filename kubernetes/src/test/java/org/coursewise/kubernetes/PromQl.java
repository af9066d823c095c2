package org.coursewise.kubernetes;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which metrics an expression of Prometheus asks for. */
final class PromQl {

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern LABELS_AND_RANGES = Pattern.compile("\\{[^}]*}|\\[[^\\]]*]");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    /** A word that calls nothing; the numbers and durations begin otherwise. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*\\b(?!\\s*\\()");

    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "offset", "bool", "inf", "nan");
    /** A timer is shown as these. */
    private static final String PARTS = "_(count|sum|bucket|max)$";

    private PromQl() {}

    /** Their names as the READMEs list them. */
    static Set<String> metrics(String expression) {
        var bare = TEXT.matcher(expression).replaceAll("");
        bare = LABELS_AND_RANGES.matcher(bare).replaceAll("");
        bare = GROUPING.matcher(bare).replaceAll("");
        var names = new TreeSet<String>();
        NAME.matcher(bare).results().map(found -> found.group()).forEach(name -> {
            if (!OPERATORS.contains(name)) {
                names.add(name.replaceAll(PARTS, ""));
            }
        });
        return names;
    }
}
