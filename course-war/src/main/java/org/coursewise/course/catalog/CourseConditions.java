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
        all.visibleTo(editor);
        if (filter.text() != null) {
            all.and("search @@ ?::tsquery", words);
        }
        all.ifGiven("category_paths @> array[?]::text[]", filter.category());
        all.ifGiven("level = ?", filter.level());
        all.ifGiven("language = ?", filter.language());
        all.ifGiven("instructors @> array[?]::text[]", filter.instructor());
        return all;
    }

    /** Only those that the best stand among, where very many are found: their headings hold what is looked for, or they are as typed. */
    void bestOf(Relevance relevance) {
        if (relevance.near().isEmpty()) {
            and("heading @@ ?::tsquery", relevance.query());
        } else {
            and("(heading @@ ?::tsquery or search @@ ?::tsquery)", relevance.query());
            parameters.add(relevance.exact());
        }
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
