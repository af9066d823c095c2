package org.coursewise.course.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coursewise.imports.RowError;

/** Rows of a file that give a course the id of another one. The id of a course that is there stays what it is. */
final class StagedCourseIds {

    private static final String TAKEN = "select id, code from course where id = any (?)";

    private StagedCourseIds() {}

    /** Takes those rows out. Within the caller's transaction. */
    static void refuse(Connection connection, Map<String, StagedCourse> courses, List<RowError> errors)
            throws SQLException {
        var owners = owners(connection, courses);
        for (var course : List.copyOf(courses.values())) {
            if (course.id() == null) {
                continue;
            }
            var owner = owners.putIfAbsent(course.id(), course.code());
            if (owner != null && !owner.equals(course.code())) {
                errors.add(new RowError(course.line(), "id: is that of course " + owner));
                courses.remove(course.code());
            }
        }
    }

    private static Map<UUID, String> owners(Connection connection, Map<String, StagedCourse> courses)
            throws SQLException {
        var owners = new HashMap<UUID, String>();
        try (var statement = connection.prepareStatement(TAKEN)) {
            var ids = courses.values().stream()
                    .map(StagedCourse::id)
                    .filter(id -> id != null)
                    .toArray();
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    owners.put(rows.getObject(1, UUID.class), rows.getString(2));
                }
            }
        }
        return owners;
    }
}
