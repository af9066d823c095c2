package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts what there is of each kind among the courses that are found; kept for a moment, since it looks at all of them. They
 * are counted by the kind's number in one pass, whatever kind is asked for, and put together here.
 */
@ApplicationScoped
class FacetCounts {

    private static final long MOST_BYTES = 16L << 20;
    /** With some answers to what was asked of it. */
    private static final int OVERHEAD = 20_000;

    private static final int BYTES_OF_A_KIND = 30;

    private final ShortMemory<Question, KindCounts> counted =
            new ShortMemory<>(MOST_BYTES, counts -> OVERHEAD + BYTES_OF_A_KIND * counts.size());

    @Inject
    Kinds kinds;

    private record Question(String sql, List<Object> parameters) {}

    /** @param words a {@code tsquery} */
    KindCounts.Answer of(Connection connection, CourseFilter filter, String words, Editor editor) {
        var conditions = CourseConditions.of(filter.ofAnyKind(), words, editor);
        var question = new Question(conditions.sql(), conditions.parameters());
        return counted.find(question, () -> Optional.of(read(connection, conditions)))
                .orElseThrow()
                .answer(filter);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) CourseChanged change) {
        if (!change.isFiguresAlone()) {
            counted.forgetAll();
        }
    }

    private KindCounts read(Connection connection, CourseConditions conditions) {
        // all of them in one value: as rows they would take longer to fetch than to count
        var sql = "select string_agg(int8send(kind) || int8send(count), ''::bytea) from ("
                + counting("kind", conditions, "kind is not null") + " union all "
                + counting(Kinds.NUMBER, conditions, "kind is null") + ") as counted";
        try (var statement = conditions.prepare(connection, sql, conditions.parameters(), List.of());
                var rows = statement.executeQuery()) {
            rows.next();
            var bytes = rows.getBytes(1);
            return named(ByteBuffer.wrap(bytes == null ? new byte[0] : bytes));
        } catch (SQLException e) {
            throw new PersistenceException("Could not count", e);
        }
    }

    private static String counting(String kind, CourseConditions conditions, String which) {
        return "select " + kind + " as kind, count(*) as count from course where " + conditions.sql() + " and " + which
                + " group by 1";
    }

    private KindCounts named(ByteBuffer pairs) {
        var numbers = new ArrayList<Long>();
        var counts = new ArrayList<Integer>();
        while (pairs.hasRemaining()) {
            numbers.add(pairs.getLong());
            counts.add(Math.toIntExact(pairs.getLong()));
        }
        var known = kinds.of(numbers);
        var named = new ArrayList<KindCounts.Counted>(numbers.size());
        for (var i = 0; i < numbers.size(); i++) {
            var kind = known.get(numbers.get(i));
            // one that is gone since was of a course which has just become another
            if (kind != null) {
                named.add(new KindCounts.Counted(kind, counts.get(i)));
            }
        }
        return new KindCounts(named);
    }
}
