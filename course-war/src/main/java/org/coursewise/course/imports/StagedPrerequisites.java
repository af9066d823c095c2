package org.coursewise.course.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Rows of a file whose prerequisites are neither in the catalogue nor among them, and those that need these in turn. The
 * database is asked once, however long the way from one to the next.
 */
final class StagedPrerequisites {

    private static final String THERE = "select code from course where code = any (?)";

    private StagedPrerequisites() {}

    /** By its code, what each of them lacks. */
    static Map<String, String> missing(Connection connection, Map<String, StagedCourse> courses) throws SQLException {
        var needing = new HashMap<String, List<String>>();
        courses.forEach((code, course) -> Objects.requireNonNullElse(course.prerequisites(), List.<String>of())
                .forEach(needed -> needing.computeIfAbsent(needed, none -> new ArrayList<>())
                        .add(code)));
        var there = there(connection, needing.keySet());
        var absent = new ArrayDeque<String>();
        needing.keySet().stream()
                .filter(needed -> !there.contains(needed) && !courses.containsKey(needed))
                .forEach(absent::add);
        var missing = new HashMap<String, String>();
        while (!absent.isEmpty()) {
            var needed = absent.remove();
            for (var code : needing.getOrDefault(needed, List.of())) {
                var others = missing.get(code);
                missing.put(code, others == null ? needed : others + ", " + needed);
                if (others == null && !there.contains(code)) {
                    absent.add(code);
                }
            }
        }
        return missing;
    }

    private static Set<String> there(Connection connection, Collection<String> codes) throws SQLException {
        var there = new HashSet<String>();
        if (!codes.isEmpty()) {
            try (var statement = connection.prepareStatement(THERE)) {
                statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        there.add(rows.getString(1));
                    }
                }
            }
        }
        return there;
    }
}
