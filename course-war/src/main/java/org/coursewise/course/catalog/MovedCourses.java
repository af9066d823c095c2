package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.coursewise.postgres.Sql;

/**
 * What ratings and seats were before they changed, written by a trigger wherever they change: whoever pages through courses
 * ordered by them walks the order of the moment in which the walk began.
 */
@ApplicationScoped
class MovedCourses {

    /** In place of the table of courses: each with the figures it had in a snapshot, which is the statement's first parameter. */
    static final String AS_THEY_WERE = """
            course left join (select distinct on (course_id) course_id, enrolled as enrolled_then, rating_sum as rating_sum_then,
                    rating_count as rating_count_then
                from course_moved, (select ?::pg_snapshot as begun) as walk
                where moved_by >= pg_snapshot_xmin(begun) and not pg_visible_in_snapshot(moved_by, begun)
                order by course_id, course_moved.id) as moved on moved.course_id = course.id
            """;

    private static final Pattern SNAPSHOT = Pattern.compile("(\\d{1,18}):(\\d{1,18}):((?:\\d{1,18}(?:,\\d{1,18})*)?)");

    @Inject
    Sql sql;

    /** @throws IllegalArgumentException for what PostgreSQL would not have written as a {@code pg_snapshot} */
    static void requireSnapshot(String text) {
        var parts = SNAPSHOT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("That is no snapshot");
        }
        var next = Long.parseLong(parts.group(1));
        var end = Long.parseLong(parts.group(2));
        if (next == 0 || next > end) {
            throw new IllegalArgumentException("A snapshot does not end before it begins");
        }
        for (var open : parts.group(3).split(",", -1)) {
            if (!open.isEmpty()) {
                var number = Long.parseLong(open);
                if (number < next || number >= end) {
                    throw new IllegalArgumentException("What was open lies within a snapshot, in order");
                }
                next = number + 1;
            }
        }
    }

    /** Walks last an hour; an older one goes on in the order of now. */
    void forgetOld() {
        sql.update("delete from course_moved where at < now() - interval '1 hour'");
    }
}
