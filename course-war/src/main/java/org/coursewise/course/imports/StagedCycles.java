package org.coursewise.course.imports;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coursewise.course.catalog.PrerequisiteCycles;
import org.coursewise.imports.RowError;
import org.jspecify.annotations.Nullable;

/** Rows of a file that would make a course need itself, together with the others and with what is there. */
final class StagedCycles {

    private static final String READ = """
            select course.code, array_agg(needed.code order by needed.code) from course, unnest(course.prerequisites) as prerequisite
            join course as needed on needed.id = prerequisite::uuid
            where course.code = any (?) group by course.code
            """;

    private StagedCycles() {}

    /**
     * Takes those rows out, the later ones first, and says which cycle each would close. Within the caller's transaction,
     * which holds the courses' rows and then is the only one that changes what courses need.
     */
    static void refuse(Connection connection, Map<String, StagedCourse> courses, List<RowError> errors)
            throws SQLException {
        var saying = new TreeMap<Long, StagedCourse>(Comparator.reverseOrder());
        courses.values().stream()
                .filter(course -> course.prerequisites() != null)
                .forEach(course -> saying.put(course.line(), course));
        if (saying.isEmpty()) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute(PrerequisiteCycles.ALONE);
        }
        var cycles = new PrerequisiteCycles(wanted -> read(connection, wanted));
        saying.values().forEach(course -> cycles.suppose(course.code(), needed(course.prerequisites())));
        // what was there stays of a row that is refused and may close another cycle; all refused, there is none
        var before = -1;
        while (before != errors.size()) {
            before = errors.size();
            for (var course : List.copyOf(saying.values())) {
                var cycle = cycles.through(course.code());
                if (!cycle.isEmpty()) {
                    errors.add(new RowError(course.line(), "prerequisites: " + PrerequisiteCycles.message(cycle)));
                    cycles.forget(course.code());
                    courses.remove(course.code());
                    saying.remove(course.line());
                }
            }
        }
    }

    private static List<String> needed(@Nullable List<String> prerequisites) {
        return prerequisites == null ? List.of() : prerequisites;
    }

    private static Map<String, List<String>> read(Connection connection, Collection<String> codes) {
        var needs = new HashMap<String, List<String>>();
        try (var statement = connection.prepareStatement(READ)) {
            statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    needs.put(rows.getString(1), List.of((String[])
                            rows.getArray(2).getArray()));
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException("What courses need could not be read", e);
        }
        return needs;
    }
}
