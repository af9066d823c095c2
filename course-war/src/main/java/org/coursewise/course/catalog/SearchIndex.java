package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.json.StrictJson;

/** What courses are found by. */
@ApplicationScoped
public class SearchIndex {

    private static final String READ = """
            select id, code || ' ' || title, array_to_string(categories || tags, ' '), summary, description
            from course where id = any (?)
            """;

    /** Title and code count most, then what the course is about, then the summary, then the description. */
    private static final String WRITE = """
            update course set search = setweight(to_tsvector('simple', found.name), 'A') || setweight(to_tsvector('simple', found.kinds), 'B')
                || setweight(to_tsvector('simple', found.summary), 'C') || setweight(to_tsvector('simple', found.description), 'D')
            from jsonb_to_recordset(?::jsonb) as found (id uuid, name text, kinds text, summary text, description text)
            where course.id = found.id
            """;

    @Inject
    Sql sql;

    /** A course's words, each group weighed differently. */
    record Terms(UUID id, String name, String kinds, String summary, String description) {}

    /** Lets courses be found by what the database holds of them now, as part of the caller's transaction. */
    public void refresh(Collection<UUID> courses) {
        if (!courses.isEmpty()) {
            var terms = sql.query(READ, SearchIndex::terms, (Object) courses.toArray(UUID[]::new));
            sql.update(WRITE, StrictJson.mapper().writeValueAsString(terms));
        }
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                row.getObject(1, UUID.class),
                SearchTerms.of(row.getString(2)),
                SearchTerms.of(row.getString(3)),
                SearchTerms.of(row.getString(4)),
                SearchTerms.of(row.getString(5)));
    }
}
