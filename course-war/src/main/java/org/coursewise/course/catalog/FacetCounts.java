package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what there is of each kind among the courses that are found; kept for a moment, since it looks at all of them. */
@ApplicationScoped
class FacetCounts {

    private static final int FACET_VALUES = 100;
    private static final long MOST_BYTES = 8L << 20;
    private static final int BYTES_EACH = 100;

    private final ShortMemory<Question, List<Facets.Count>> kept =
            new ShortMemory<>(MOST_BYTES, counts -> BYTES_EACH * (5 + counts.size()));

    private record Question(String sql, List<Object> parameters) {}

    /** @param words a {@code tsquery} */
    Facets of(Connection connection, CourseFilter filter, String words, Editor editor) {
        return new Facets(
                counts(connection, "unnest(category_paths)", CourseConditions.of(filter, words, editor, "category")),
                counts(connection, "level", CourseConditions.of(filter, words, editor, "level")),
                counts(connection, "language", CourseConditions.of(filter, words, editor, "language")));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) CourseChanged change) {
        if (!change.isFiguresAlone()) {
            kept.forgetAll();
        }
    }

    private List<Facets.Count> counts(Connection connection, String values, CourseConditions conditions) {
        var sql = "select value, count(*) from (select " + values + " as value from course where " + conditions.sql()
                + ") as kinds where value <> '' group by value order by 2 desc, 1 limit ?";
        var question = new Question(sql, conditions.parameters());
        return kept.find(question, () -> Optional.of(read(connection, sql, conditions)))
                .orElse(List.of());
    }

    private static List<Facets.Count> read(Connection connection, String sql, CourseConditions conditions) {
        try (var statement = conditions.prepare(connection, sql, List.of(), List.of(FACET_VALUES));
                var rows = statement.executeQuery()) {
            var found = new ArrayList<Facets.Count>();
            while (rows.next()) {
                found.add(new Facets.Count(rows.getString(1), rows.getLong(2)));
            }
            return List.copyOf(found);
        } catch (SQLException e) {
            throw new PersistenceException("Could not count", e);
        }
    }
}
