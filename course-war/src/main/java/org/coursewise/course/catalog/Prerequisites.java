package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.problem.ProblemException;

/** What has to be completed before a course; never, by whatever way, the course itself. */
@ApplicationScoped
class Prerequisites {

    private static final String READ = "select id::text, prerequisites from course where id = any (?)";
    private static final String CODES = "select id::text, code from course where id = any (?)";

    @Inject
    Sql sql;

    /**
     * Part of the caller's transaction, which then is the only one that changes what courses need.
     *
     * @throws ProblemException 400 that names the cycle
     */
    void demandNoCycle(CourseId course, List<String> needed) {
        if (needed.isEmpty()) {
            return;
        }
        sql.query(PrerequisiteCycles.ALONE, row -> true);
        var cycles = new PrerequisiteCycles(this::read);
        cycles.suppose(course.toString(), needed);
        var cycle = cycles.through(course.toString());
        if (!cycle.isEmpty()) {
            var codes = new HashMap<String, String>();
            sql.query(CODES, row -> codes.put(row.getString(1), row.getString(2)), (Object) ids(cycle));
            throw ProblemException.invalidInput(
                    "prerequisites",
                    PrerequisiteCycles.message(
                            cycle.stream().map(id -> codes.getOrDefault(id, id)).toList()));
        }
    }

    private Map<String, List<String>> read(Collection<String> courses) {
        var needs = new HashMap<String, List<String>>();
        sql.query(READ, row -> needs.put(row.getString(1), texts(row)), (Object) ids(courses));
        return needs;
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        Array array = row.getArray(2);
        return List.of((String[]) array.getArray());
    }

    private static UUID[] ids(Collection<String> courses) {
        return courses.stream().map(UUID::fromString).toArray(UUID[]::new);
    }
}
