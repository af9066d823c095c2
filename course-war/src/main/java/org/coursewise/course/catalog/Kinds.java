package org.coursewise.course.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coursewise.postgres.Sql;

/** The kinds of courses by the numbers that the database gives them. A number never means another kind, so they are kept. */
@ApplicationScoped
class Kinds {

    private static final int MOST = 100_000;
    /** Of a course that has none yet, because it was written before there were any. */
    static final String NUMBER = "course_kind(categories, level, language)";

    private static final String READ = "(select distinct on (kind) kind, level, language, category_paths from course"
            + " where kind in (select unnest(?::bigint[]))) union all (select distinct on (1) " + NUMBER
            + ", level, language, category_paths from course where kind is null)";

    /** Tens of thousands are asked for at once, so nothing is noted of who was asked for when. */
    private volatile Map<Long, Kind> known = new ConcurrentHashMap<>();

    /** Each name once, however many kinds share it. */
    private final Cache<String, String> names =
            Caffeine.newBuilder().maximumSize(MOST).build();

    @Inject
    Sql sql;

    private record Numbered(long number, Kind kind) {}

    /** Those of the numbers that there are, among others. */
    Map<Long, Kind> of(List<Long> numbers) {
        var found = known;
        var missing = missing(numbers, found);
        if (missing.length > 0 && found.size() + missing.length > MOST) {
            found = new ConcurrentHashMap<>();
            missing = missing(numbers, found);
            known = found;
        }
        if (missing.length > 0) {
            for (var each : sql.query(READ, this::numbered, (Object) missing)) {
                found.put(each.number(), each.kind());
            }
        }
        return found;
    }

    private static Long[] missing(List<Long> numbers, Map<Long, Kind> found) {
        return numbers.stream().filter(number -> !found.containsKey(number)).toArray(Long[]::new);
    }

    private Numbered numbered(ResultSet row) throws SQLException {
        var paths = (String[]) row.getArray(4).getArray();
        var categories = Arrays.stream(paths).map(this::same).toList();
        return new Numbered(row.getLong(1), new Kind(row.getString(2), row.getString(3), categories));
    }

    private String same(String name) {
        return names.get(name, key -> key);
    }
}
