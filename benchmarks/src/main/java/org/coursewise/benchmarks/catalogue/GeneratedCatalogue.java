package org.coursewise.benchmarks.catalogue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coursewise.benchmarks.generated.GeneratedCourse;
import org.coursewise.localstack.LocalStack;

/** Very many courses, written straight into course's database; course itself then makes what they are found by. */
final class GeneratedCatalogue {

    static final int COURSES = 100_000;

    private static final String INSERT = """
            insert into course (id, code, title, summary, description, categories, level, language, enrolled, rating_sum,
                rating_count, published_at, created_at, status)
            values (?::uuid, ?, ?, ?, ?, ?::text[], ?, ?, ?::integer, ?::bigint, ?::bigint, ?::timestamptz, ?::timestamptz, 'published')
            """;
    private static final int BATCH = 1_000;
    private static final Duration INDEXED_WITHIN = Duration.ofMinutes(10);

    private final LocalStack stack;

    GeneratedCatalogue(LocalStack stack) {
        this.stack = stack;
    }

    /** The ids of some of its courses. */
    static List<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> GeneratedCourse.of(number).id().toString())
                .toList();
    }

    /** Course makes the words of courses that have none when it starts. */
    void fill() throws SQLException {
        try (var connection =
                DriverManager.getConnection(stack.jdbcUrl("course"), "course", stack.databasePassword("course"))) {
            insert(connection);
            stack.restart("course");
            awaitWords(connection);
            execute(connection, "vacuum (analyze) course");
            execute(connection, "vacuum (analyze) search_word");
        }
    }

    private static void awaitWords(Connection connection) {
        Awaitility.await()
                .atMost(INDEXED_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !exists(connection, "select 1 from course where search = '' limit 1"));
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void insert(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(INSERT)) {
            for (var number = 0; number < COURSES; number++) {
                var columns = GeneratedCourse.of(number).columns(number);
                for (var i = 0; i < columns.size(); i++) {
                    statement.setString(i + 1, columns.get(i));
                }
                statement.addBatch();
                if ((number + 1) % BATCH == 0) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
        }
        connection.setAutoCommit(true);
    }
}
