package org.coursewise.course.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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

    /** Whoever finds so few may have mistyped a word. */
    private static final int FEW = 2;
    /** More than these are put in order by their headings: to read all words of one takes some 40 microseconds. */
    private static final int MANY = 400;

    @Inject
    DataSource database;

    @Inject
    Courses courses;

    @Inject
    FacetCounts facets;

    @Inject
    NearWords nearWords;

    @Inject
    SearchIndex index;

    @Inject
    Editor editor;

    /**
     * Where the next page begins: behind the row with this key of this order.
     *
     * @param begun the database's snapshot in which the walk began, where the order is one that moves
     * @param near words that were looked for beside those typed, so that all pages look for the same
     * @param broad true when very many were found, so that all pages order by the same
     */
    record Position(
            String sort,
            @Nullable Double number,
            @Nullable String text,
            UUID id,
            @Nullable String begun,
            List<String> near,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean broad) {

        Position {
            near = near == null ? List.of() : List.copyOf(near);
            if (begun != null) {
                MovedCourses.requireSnapshot(begun);
            }
            if (!near.stream().allMatch(word -> word.isEmpty() || NearWords.areFor(word))) {
                throw new IllegalArgumentException("That is nothing a word may be meant for");
            }
        }
    }

    /** @throws ProblemException 400 for a cursor of another order */
    @Transactional
    CoursePage find(CourseFilter filter, PageRequest request) {
        var after = request.after(Position.class).orElse(null);
        if (after != null && !after.sort().equals(filter.sort().wireName())) {
            throw ProblemException.invalidInput("cursor", "is of a list in another order; begin without it");
        }
        try (var connection = database.getConnection()) {
            if (filter.text() != null) {
                lookInTheIndex(connection);
            }
            var words = filter.words();
            var near = after == null ? List.<String>of() : after.near();
            var counts = facets.of(connection, filter, Relevance.query(words, near), editor);
            var broad = after == null ? counts.found() > MANY : Boolean.TRUE.equals(after.broad());
            var relevance = Relevance.of(words, near, broad);
            var rows = positions(connection, filter, relevance, after, request.rowsToFetch());
            if (after == null && filter.text() != null && rows.size() <= Math.min(FEW, request.limit())) {
                var instead = near(words, rows.isEmpty());
                if (!instead.isEmpty()) {
                    counts = facets.of(connection, filter, Relevance.query(words, instead), editor);
                    relevance = Relevance.of(words, instead, counts.found() > MANY);
                    rows = positions(connection, filter, relevance, after, request.rowsToFetch());
                }
            }
            var page = Page.of(rows, request, row -> row);
            var ids = page.items().stream().map(Position::id).toList();
            var items = courses.find(ids).stream().map(CourseView::of).toList();
            return new CoursePage(items, page.nextCursor(), counts.facets());
        } catch (SQLException e) {
            throw new PersistenceException("Could not search", e);
        }
    }

    /** For the rest of the transaction. The planner does not know what it costs to read the words of courses one by one. */
    private static void lookInTheIndex(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("set local enable_seqscan = off")) {
            statement.execute();
        }
    }

    /** What somebody may have meant who found little by a word that no course has, or nothing at all. */
    private List<String> near(SearchQuery words, boolean isNothing) {
        var doubtful = words.mistakable().stream()
                .filter(word -> isNothing || !nearWords.isKnown(word))
                .toList();
        var near = List.copyOf(nearWords.of(doubtful));
        // a text without spaces may be found by a part
        return near.isEmpty() && isNothing && words.hasPairs() ? List.of("") : near;
    }

    /** Of very many that are found by words the best are looked for among those with the words in their headings. */
    private List<Position> positions(
            Connection connection, CourseFilter filter, Relevance relevance, @Nullable Position after, int limit)
            throws SQLException {
        if (filter.sort() == CourseFilter.Sort.RELEVANCE && relevance.isBroad() && index.isComplete()) {
            var best = CourseConditions.ofBest(filter, relevance, editor);
            var positions = positions(connection, filter.sort(), best, relevance, after, limit);
            if (positions.size() == limit) {
                return positions;
            }
        }
        var all = CourseConditions.of(filter, relevance.query(), editor);
        return positions(connection, filter.sort(), all, relevance, after, limit);
    }

    /** What others move has a table of its own, with an index for each order of now. */
    private static String tables(CourseFilter.Sort sort, boolean isAsItWas) {
        if (isAsItWas) {
            return MovedCourses.AS_THEY_WERE;
        }
        return sort.expressionThen == null
                ? "course"
                : "course join course_standing as standing on course_id = course.id";
    }

    private List<Position> positions(
            Connection connection,
            CourseFilter.Sort sort,
            CourseConditions conditions,
            Relevance relevance,
            @Nullable Position after,
            int limit)
            throws SQLException {
        var isByWords = sort == CourseFilter.Sort.RELEVANCE;
        var begun = after == null ? null : after.begun();
        var then = begun == null ? null : sort.expressionThen;
        var sql = new StringBuilder("select id, key, pg_current_snapshot() from (select course.id, "
                + (isByWords ? relevance.expression() : then == null ? sort.expression : then) + " as key from "
                + tables(sort, then != null) + " where " + conditions.sql() + ") as found");
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
        var before = new ArrayList<Object>();
        if (isByWords) {
            before.addAll(relevance.parameters());
        } else if (then != null && begun != null) {
            before.add(begun);
        }
        try (var statement = conditions.prepare(connection, sql.toString(), before, tail);
                var rows = statement.executeQuery()) {
            var positions = new ArrayList<Position>();
            while (rows.next()) {
                positions.add(new Position(
                        sort.wireName(),
                        sort.isNumber ? rows.getDouble("key") : null,
                        sort.isNumber ? null : rows.getString("key"),
                        rows.getObject("id", UUID.class),
                        sort.expressionThen == null ? null : begun == null ? rows.getString(3) : begun,
                        relevance.near(),
                        (isByWords && relevance.isBroad()) ? true : null));
            }
            return positions;
        }
    }
}
