package org.coursewise.course.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a search as SQL with its parameters, in their order. */
final class CourseConditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /** @param words a {@code tsquery} */
    static CourseConditions of(CourseFilter filter, String words, Editor editor) {
        var all = new CourseConditions();
        if (filter.text() != null) {
            all.and("search @@ ?::tsquery", words);
        }
        all.ofKind(filter, editor);
        return all;
    }

    /**
     * Only those that the best stand among, where very many are found: their headings hold what is looked for, or they are as
     * typed. Either way they hold it, and nobody has to read all their words to know.
     */
    static CourseConditions ofBest(CourseFilter filter, Relevance relevance, Editor editor) {
        var best = new CourseConditions();
        if (relevance.near().isEmpty()) {
            best.and("heading @@ ?::tsquery", relevance.query());
        } else {
            best.and("(heading @@ ?::tsquery or search @@ ?::tsquery)", relevance.query());
            best.parameters.add(relevance.exact());
        }
        best.ofKind(filter, editor);
        return best;
    }

    private void ofKind(CourseFilter filter, Editor editor) {
        visibleTo(editor);
        ifGiven("category_paths @> array[?]::text[]", filter.category());
        ifGiven("level = ?", filter.level());
        ifGiven("language = ?", filter.language());
        ifGiven("instructors @> array[?]::text[]", filter.instructor());
    }

    private void visibleTo(Editor editor) {
        if (editor.seesAll()) {
            conditions.add("status <> 'archived'");
        } else if (editor.isInstructor()) {
            and("(status = 'published' or status = 'draft' and instructors @> array[?]::text[])", editor.id());
        } else {
            conditions.add("status = 'published'");
        }
    }

    private void ifGiven(String condition, @Nullable String value) {
        if (value != null) {
            and(condition, value);
        }
    }

    private void and(String condition, Object parameter) {
        conditions.add(condition);
        parameters.add(parameter);
    }

    List<Object> parameters() {
        return List.copyOf(parameters);
    }

    String sql() {
        return String.join(" and ", conditions);
    }

    /** A statement in which these parameters stand between those before and those after them. */
    PreparedStatement prepare(Connection connection, String sql, List<Object> before, List<Object> after)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            var index = 1;
            for (var values : List.of(before, parameters, after)) {
                for (var value : values) {
                    statement.setObject(index++, value);
                }
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
