package org.coursewise.worker;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.dataset.DatasetBuilder;
import org.coursewise.recommender.dataset.EnrollmentCount;
import org.jspecify.annotations.Nullable;

/**
 * What a model learns from, read from course's database row by row: everything that anybody takes or took, and what is
 * written about each course. Courses are known by their ids, so that a new code does not make a new course.
 *
 * @param training all that a model learns from
 * @param test what some learners took since, to compare it with the model in service; null when too little is new
 * @param enrollments in both
 */
record TrainingData(Dataset training, @Nullable Dataset test, int enrollments) {

    private static final int ROWS_AT_ONCE = 10_000;

    private static final String COURSES = """
            select id::text as code, title, summary || ' ' || left(description, 5000) as summary, categories, tags,
            instructors, level, language from course where status <> 'archived'
            """;

    private static final String ENROLLMENTS = """
            select learner, course_id::text as course_code, coalesce(enrolled_at, completed_at) as enrolled_at
            from enrollment where status in ('active', 'completed')
            """;

    private static final String COUNT = """
            select count(*), count(distinct learner), count(distinct course_code), (select count(*) from (%s) as courses)
            from (%s) as enrollments
            """.formatted(COURSES, ENROLLMENTS);

    /** How much there is to read. */
    static EnrollmentCount count(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(COUNT);
                var row = statement.executeQuery()) {
            row.next();
            return new EnrollmentCount(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }

    /**
     * Reads all of it.
     *
     * @param connection without auto-commit, or all rows would be in memory at once
     * @param since when the model in service was trained: it saw nothing that is newer; null for all to be training
     */
    static TrainingData read(Connection connection, @Nullable Instant since) throws SQLException {
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
        var newer = new NewerEnrollments(since);
        try (var statement = connection.prepareStatement(ENROLLMENTS)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    Timestamp at = rows.getTimestamp(3);
                    newer.add(rows.getString(1), rows.getString(2), at == null ? null : at.toInstant(), builder);
                }
            }
        }
        var test = newer.split(builder);
        var training = builder.build();
        var held = test == null ? 0 : test.histories().size();
        return new TrainingData(training, test, training.histories().size() + held);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static String text(@Nullable String column) {
        return column == null ? "" : column;
    }
}
