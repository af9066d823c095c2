package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Finds courses by words, kinds and order, and counts what there is of each kind. */
@ApplicationScoped
class CourseSearch {

    private static final int FACET_VALUES = 100;

    @Inject
    DataSource database;

    @Inject
    Courses courses;

    @Inject
    Editor editor;

    /** Where the next page begins: behind the row with this key of this order. */
    record Position(
            String sort, @Nullable Double number, @Nullable String text, UUID id) {}

    /** @throws ProblemException 400 for a cursor of another order */
    @Transactional
    CoursePage find(CourseFilter filter, PageRequest request) {
        var after = request.after(Position.class).orElse(null);
        if (after != null && !after.sort().equals(filter.sort().wireName())) {
            throw ProblemException.invalidInput("cursor", "is of a list in another order; begin without it");
        }
        try (var connection = database.getConnection()) {
            var page = Page.of(positions(connection, filter, after, request.rowsToFetch()), request, row -> row);
            var ids = page.items().stream().map(Position::id).toList();
            var items = courses.find(ids).stream().map(CourseView::of).toList();
            return new CoursePage(items, page.nextCursor(), facets(connection, filter));
        } catch (SQLException e) {
            throw new PersistenceException("Could not search", e);
        }
    }

    private List<Position> positions(Connection connection, CourseFilter filter, @Nullable Position after, int limit)
            throws SQLException {
        var sort = filter.sort();
        var conditions = CourseConditions.of(filter, editor, null);
        var sql = new StringBuilder("select id, key from (select id, " + sort.expression + " as key from course where "
                + conditions.sql() + ") as found");
        var tail = new ArrayList<Object>();
        if (after != null) {
            sql.append(sort.isNumber ? " where key < ?" : " where key > ?").append(" or key = ? and id > ?");
            var key = sort.isNumber ? after.number() : after.text();
            if (key == null) {
                throw ProblemException.invalidInput("cursor", "is not one this list gave out; begin without it");
            }
            tail.addAll(List.of(key, key, after.id()));
        }
        sql.append(sort.isNumber ? " order by key desc, id limit ?" : " order by key, id limit ?");
        tail.add(limit);
        List<Object> before = sort == CourseFilter.Sort.RELEVANCE ? List.of(filter.query()) : List.of();
        try (var statement = conditions.prepare(connection, sql.toString(), before, tail);
                var rows = statement.executeQuery()) {
            var positions = new ArrayList<Position>();
            while (rows.next()) {
                positions.add(new Position(
                        sort.wireName(),
                        sort.isNumber ? rows.getDouble("key") : null,
                        sort.isNumber ? null : rows.getString("key"),
                        rows.getObject("id", UUID.class)));
            }
            return positions;
        }
    }

    private Facets facets(Connection connection, CourseFilter filter) throws SQLException {
        var counts = new HashMap<String, List<Facets.Count>>();
        for (var facet : List.of("category", "level", "language")) {
            var conditions = CourseConditions.of(filter, editor, facet);
            var values = facet.equals("category") ? "unnest(categories)" : facet;
            var sql = "select value, count(*) from (select " + values + " as value from course where "
                    + conditions.sql() + ") as kinds where value <> '' group by value order by 2 desc, 1 limit ?";
            try (var statement = conditions.prepare(connection, sql, List.of(), List.of(FACET_VALUES));
                    var rows = statement.executeQuery()) {
                var found = new ArrayList<Facets.Count>();
                while (rows.next()) {
                    found.add(new Facets.Count(rows.getString(1), rows.getLong(2)));
                }
                counts.put(facet, found);
            }
        }
        return new Facets(
                counts.getOrDefault("category", List.of()),
                counts.getOrDefault("level", List.of()),
                counts.getOrDefault("language", List.of()));
    }
}
