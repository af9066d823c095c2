package org.coursewise.worker;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.dataset.DatasetBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a model learns from, read from course's database row by row: everything that anybody takes or took, and what is
 * written about each course. Courses are known by their ids, so that a new code does not make a new course.
 */
final class TrainingData {

    private static final int ROWS_AT_ONCE = 10_000;

    private static final String COURSES = """
            select id::text, title, summary || ' ' || left(description, 5000), categories, tags, instructors, level, language
            from course where status <> 'archived'
            """;

    private static final String ENROLLMENTS = """
            select learner, course_id::text, coalesce(enrolled_at, completed_at) from enrollment
            where status in ('active', 'completed')
            """;

    private TrainingData() {}

    /** @param connection without auto-commit, or all rows would be in memory at once */
    static Dataset read(Connection connection) throws SQLException {
        var builder = new DatasetBuilder();
        try (var statement = connection.prepareStatement(COURSES)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    builder.course(new Course(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            texts(rows.getArray(4)),
                            texts(rows.getArray(5)),
                            texts(rows.getArray(6)),
                            "",
                            text(rows.getString(7)),
                            text(rows.getString(8))));
                }
            }
        }
        try (var statement = connection.prepareStatement(ENROLLMENTS)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    Timestamp at = rows.getTimestamp(3);
                    builder.enrollment(rows.getString(1), rows.getString(2), at == null ? null : at.toInstant());
                }
            }
        }
        return builder.build();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static String text(@Nullable String column) {
        return column == null ? "" : column;
    }
}
