package org.coursewise.course.imports;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.coursewise.course.catalog.CatalogFacts;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.catalog.SearchIndex;
import org.coursewise.rest.json.StrictJson;

/**
 * Courses that were made elsewhere, known by their codes. A new one is published at once unless the file says otherwise;
 * one that is there takes what the file says of it, and nothing changes when that is what it is.
 */
final class CourseBatch implements RowBatch {

    private static final int ROWS = 500;
    private static final String PUBLISHED = "published";

    private static final String STAGED = """
            with staged as (select * from jsonb_to_recordset(?::jsonb) as row (
                line bigint, code text, title text, summary text, categories text[], tags text[], level text, language text,
                instructors text[], "durationHours" double precision, capacity integer, published boolean))
            """;

    /** As whoever makes a course by hand does: nobody else gives these codes away until the transaction ends. */
    private static final String CLAIM = STAGED + """
            select count(pg_advisory_xact_lock(hashtextextended(code, 0))) from (select code from staged order by code) as codes
            """;

    private static final String ARCHIVED = STAGED + """
            select line from staged join course using (code) where course.status = 'archived'
            """;

    private static final String CHANGE = STAGED + """
            , wanted as (select course.id, staged.title, coalesce(staged.summary, course.summary) as summary,
                    coalesce(staged.categories, course.categories) as categories, coalesce(staged.tags, course.tags) as tags,
                    coalesce(staged.level, course.level) as level, coalesce(staged.language, course.language) as language,
                    coalesce(staged.instructors, course.instructors) as instructors,
                    coalesce(staged."durationHours", course.duration_hours) as duration_hours,
                    coalesce(staged.capacity, course.capacity) as capacity,
                    case when staged.published then 'published' when not staged.published then 'draft' else course.status end as status
                from staged join course using (code) where course.status <> 'archived')
            update course set title = wanted.title, summary = wanted.summary, categories = wanted.categories, tags = wanted.tags,
                level = wanted.level, language = wanted.language, instructors = wanted.instructors,
                duration_hours = wanted.duration_hours, capacity = wanted.capacity, status = wanted.status,
                published_at = case when wanted.status = 'published' then coalesce(course.published_at, ?) end,
                edition = course.edition + 1
            from wanted
            where course.id = wanted.id and (course.title, course.summary, course.categories, course.tags, course.level,
                    course.language, course.instructors, course.duration_hours, course.capacity, course.status)
                is distinct from (wanted.title, wanted.summary, wanted.categories, wanted.tags, wanted.level,
                    wanted.language, wanted.instructors, wanted.duration_hours, wanted.capacity, wanted.status)
            returning course.id, course.code, course.title, old.status, new.status
            """;

    private static final String ADD = STAGED + """
            insert into course (id, code, title, summary, categories, tags, level, language, instructors, duration_hours, capacity,
                status, created_at, published_at)
            select gen_random_uuid(), code, title, coalesce(summary, ''), coalesce(categories, '{}'), coalesce(tags, '{}'), level,
                language, coalesce(instructors, '{}'), "durationHours", capacity,
                case when published is false then 'draft' else 'published' end, moment.now,
                case when published is not false then moment.now end
            from staged, (select ?::timestamptz as now) as moment
            where not exists (select 1 from course where course.code = staged.code)
            returning course.id, course.code, course.title, null, course.status
            """;

    private static final String UNKNOWN_PREREQUISITE = """
            select row.line, needed from jsonb_to_recordset(?::jsonb) as row (line bigint, prerequisites text[]),
                unnest(row.prerequisites) as needed
            where not exists (select 1 from course where course.code = needed) order by 1
            """;

    private static final String REQUIRE = """
            with wanted as (select row.code, coalesce(array_agg(course.id::text order by course.code)
                    filter (where course.id is not null), '{}') as prerequisites
                from jsonb_to_recordset(?::jsonb) as row (code text, prerequisites text[])
                left join course on course.code = any (row.prerequisites) and course.code <> row.code
                group by row.code)
            update course set prerequisites = wanted.prerequisites, edition = edition + 1 from wanted
            where course.code = wanted.code and course.prerequisites <> wanted.prerequisites
            """;

    private final DataSource database;
    private final SearchIndex index;
    private final CatalogFacts facts;
    private final Consumer<CourseId> seatsOpened;
    private final Clock clock;
    private final Map<String, StagedCourse> staged = new LinkedHashMap<>();
    private final List<Needs> needs = new ArrayList<>();

    /** Courses to be completed before another one; all have to be there before it can be written. */
    record Needs(long line, String code, List<String> prerequisites) {}

    CourseBatch(
            DataSource database, SearchIndex index, CatalogFacts facts, Consumer<CourseId> seatsOpened, Clock clock) {
        this.database = database;
        this.index = index;
        this.facts = facts;
        this.seatsOpened = seatsOpened;
        this.clock = clock;
    }

    @Override
    public void add(CsvRow row) {
        var course = StagedCourse.of(row);
        staged.put(course.code(), course);
        if (course.prerequisites() != null) {
            needs.add(new Needs(course.line(), course.code(), course.prerequisites()));
        }
    }

    @Override
    public boolean isFull() {
        return staged.size() >= ROWS;
    }

    @Override
    public List<RowError> write() {
        if (staged.isEmpty()) {
            return List.of();
        }
        var json = StrictJson.mapper().writeValueAsString(staged.values());
        try (var connection = database.getConnection();
                var claim = connection.prepareStatement(CLAIM);
                var archived = connection.prepareStatement(ARCHIVED)) {
            claim.setString(1, json);
            claim.execute();
            archived.setString(1, json);
            var errors = new ArrayList<RowError>();
            try (var rows = archived.executeQuery()) {
                while (rows.next()) {
                    errors.add(new RowError(rows.getLong(1), "code: this course is archived, and that is for good"));
                }
            }
            var written = new ArrayList<UUID>();
            for (var sql : List.of(CHANGE, ADD)) {
                written.addAll(writeAndTell(connection, sql, json));
            }
            index.refresh(written);
            staged.clear();
            return errors;
        } catch (SQLException e) {
            throw new PersistenceException("Courses could not be taken", e);
        }
    }

    /** Writes courses, tells what others have to know of them, and returns the ids of all. */
    private List<UUID> writeAndTell(Connection connection, String sql, String json) throws SQLException {
        var written = new ArrayList<UUID>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, json);
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    written.add(id);
                    facts.imported(
                            new CourseId(id),
                            rows.getString(2),
                            rows.getString(3),
                            PUBLISHED.equals(rows.getString(4)),
                            PUBLISHED.equals(rows.getString(5)));
                    if (rows.getString(4) != null) {
                        seatsOpened.accept(new CourseId(id));
                    }
                }
            }
        }
        return written;
    }

    @Override
    public List<RowError> finish() {
        if (needs.isEmpty()) {
            return List.of();
        }
        var json = StrictJson.mapper().writeValueAsString(needs);
        try (var connection = database.getConnection();
                var unknown = connection.prepareStatement(UNKNOWN_PREREQUISITE);
                var require = connection.prepareStatement(REQUIRE)) {
            require.setString(1, json);
            require.executeUpdate();
            unknown.setString(1, json);
            var errors = new ArrayList<RowError>();
            try (var rows = unknown.executeQuery()) {
                while (rows.next()) {
                    errors.add(new RowError(rows.getLong(1), "prerequisites: there is no course " + rows.getString(2)));
                }
            }
            return errors;
        } catch (SQLException e) {
            throw new PersistenceException("Prerequisites could not be taken", e);
        }
    }
}
