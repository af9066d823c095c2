package org.coursewise.course.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.json.StrictJson;

/** What courses are found by. */
@ApplicationScoped
public class SearchIndex {

    private static final int BATCH = 200;
    private static final int KINDS_BATCH = 1_000;

    private static final String READ = """
            select id, language, code || ' ' || title, array_to_string(categories || tags, ' '), summary, description
            from course where id = any (?)
            """;

    private static final String WRITE = """
            update course set search = found.search::tsvector
            from jsonb_to_recordset(?::jsonb) as found (id uuid, search text)
            where course.id = found.id
            """;

    /** In their order, so that two who bring the same words do not wait for each other crosswise. */
    private static final String LEARN = """
            insert into search_word (word)
            select word from unnest(?::text[]) as found (word)
            where not exists (select 1 from search_word as known where known.word = found.word)
            order by word on conflict do nothing
            """;

    private static final String OUTDATED = "select id from course where id > ? and not search @@ '''"
            + SearchDocument.EDITION + "'''::tsquery order by id limit " + BATCH + " for update skip locked";

    /** A trigger does it, for whatever is written. */
    private static final String GIVE_KINDS = """
            update course set search = search
            where id = any (array(select id from course where kind is null limit
            """ + KINDS_BATCH + " for update skip locked))";

    @Inject
    Sql sql;

    private volatile boolean isComplete;

    /** The words of a course. */
    record Terms(UUID id, String search, @JsonIgnore Collection<String> dictionary) {}

    /** Lets courses be found by what the database holds of them now, as part of the caller's transaction. */
    public void refresh(Collection<UUID> courses) {
        if (!courses.isEmpty()) {
            var terms = sql.query(READ, SearchIndex::terms, (Object) courses.toArray(UUID[]::new));
            sql.update(WRITE, StrictJson.mapper().writeValueAsString(terms));
            var words = new TreeSet<String>();
            terms.forEach(each -> words.addAll(each.dictionary()));
            sql.update(LEARN, (Object) words.toArray(String[]::new));
        }
    }

    /**
     * Does the same for some whose words were made by an earlier release.
     *
     * @param after the last of those that were looked at before
     * @return the ids, in their order; none when all are as they should be
     */
    @Transactional
    public List<UUID> refreshOutdated(UUID after) {
        var outdated = sql.query(OUTDATED, row -> row.getObject(1, UUID.class), after);
        refresh(outdated);
        return outdated;
    }

    /** Gives kind and heading to some that have none; tells how many these were. */
    @Transactional
    public int giveKinds() {
        var given = sql.update(GIVE_KINDS);
        isComplete = given == 0;
        return given;
    }

    /** Whether every course has its kind and heading: a release before left none. */
    boolean isComplete() {
        return isComplete;
    }

    /** Title and code count most, then what the course is about, then the summary, then the description. */
    private static Terms terms(ResultSet row) throws SQLException {
        var document = new SearchDocument(row.getString(2))
                .with(row.getString(3), 'A')
                .with(row.getString(4), 'B')
                .with(row.getString(5), 'C')
                .with(row.getString(6), 'D');
        return new Terms(row.getObject(1, UUID.class), document.vector(), document.dictionary());
    }
}
