package org.coursewise.course.imports;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.coursewise.csv.CsvRow;
import org.coursewise.imports.RowBatch;
import org.coursewise.imports.RowError;
import org.coursewise.rest.json.StrictJson;

/**
 * Rows of OneRoster's classes.csv. A course has no runs here: a class is another name of its course, which enrolments may
 * use. One that is to be deleted is no name any more; who is enrolled stays so.
 */
final class ClassBatch implements RowBatch {

    private static final int ROWS = 5_000;
    private static final int LONGEST = 255;

    private static final String STAGED = """
            with staged as (select row.*, coalesce(
                    (select course_id from roster_id where kind = 'course' and roster_id.sourced_id = row.course),
                    (select id from course where code = row.course)) as course_id
                from jsonb_to_recordset(?::jsonb) as row (line bigint, "sourcedId" text, course text, "isDeleted" boolean))
            """;

    private static final String UNKNOWN =
            STAGED + "select line, course from staged where course_id is null and not \"isDeleted\" order by line";

    private static final String FORGET = STAGED + """
            delete from roster_id using staged
            where roster_id.kind = 'class' and roster_id.sourced_id = staged."sourcedId" and staged."isDeleted"
            """;

    private static final String KEEP = STAGED + """
            insert into roster_id (kind, sourced_id, course_id)
            select 'class', "sourcedId", course_id from staged where course_id is not null and not "isDeleted"
            order by "sourcedId"
            on conflict (kind, sourced_id) do update set course_id = excluded.course_id
                where roster_id.course_id <> excluded.course_id
            """;

    private final DataSource database;
    private Map<String, StagedClass> staged = new LinkedHashMap<>();

    ClassBatch(DataSource database) {
        this.database = database;
    }

    /** A class and the course it is one of. */
    record StagedClass(long line, String sourcedId, String course, boolean isDeleted) {}

    @Override
    public void add(CsvRow row) {
        var sourcedId = row.required("sourcedId", LONGEST);
        var course = row.required("courseSourcedId", LONGEST);
        var isDeleted = row.word("status", "active", "tobedeleted")
                .filter("tobedeleted"::equals)
                .isPresent();
        // of two rows with one id the last one counts
        staged.put(sourcedId, new StagedClass(row.line(), sourcedId, course, isDeleted));
    }

    @Override
    public boolean isFull() {
        return staged.size() >= ROWS;
    }

    @Override
    public Writing take() {
        var taken = staged.values();
        staged = new LinkedHashMap<>();
        return () -> taken.isEmpty() ? List.of() : write(taken);
    }

    private List<RowError> write(Collection<StagedClass> classes) {
        var json = StrictJson.mapper().writeValueAsString(classes);
        try (var connection = database.getConnection()) {
            var errors = unknown(connection, json);
            for (var sql : List.of(FORGET, KEEP)) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setString(1, json);
                    statement.executeUpdate();
                }
            }
            return errors;
        } catch (SQLException e) {
            throw new PersistenceException("Classes could not be taken", e);
        }
    }

    private static List<RowError> unknown(Connection connection, String json) throws SQLException {
        var errors = new ArrayList<RowError>();
        try (var statement = connection.prepareStatement(UNKNOWN)) {
            statement.setString(1, json);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    errors.add(
                            new RowError(rows.getLong(1), "courseSourcedId: there is no course " + rows.getString(2)));
                }
            }
        }
        return errors;
    }
}
