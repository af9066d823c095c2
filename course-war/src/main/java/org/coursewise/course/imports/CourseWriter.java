package org.coursewise.course.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.coursewise.course.catalog.CatalogFacts;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.catalog.SearchIndex;
import org.coursewise.course.roster.RosterIds;
import org.coursewise.imports.RowError;
import org.coursewise.rest.json.StrictJson;

/** Writes the courses of a file, within the caller's transaction, and tells what others have to know of it. */
final class CourseWriter {

    private static final String PUBLISHED = "published";

    private static final String STAGED = """
            with staged as (select * from jsonb_to_recordset(?::jsonb) as row (
                line bigint, code text, title text, summary text, description text, categories text[], tags text[], level text, language text,
                instructors text[], "durationHours" double precision, capacity integer, prerequisites text[],
                published boolean, archived boolean, "enrollFrom" timestamptz, "enrollUntil" timestamptz, "startsAt" timestamptz,
                "endsAt" timestamptz, "sourcedId" text, id uuid, "createdAt" timestamptz, "publishedAt" timestamptz, "onlyChanges" boolean))
            """;

    /** As whoever makes a course by hand does: nobody else gives these codes away until the transaction ends. */
    private static final String CLAIM = STAGED + """
            select count(pg_advisory_xact_lock(hashtextextended(code, 0))) from (select code from staged order by code) as codes
            """;

    /** In one order, as all who lock several do, and before anything is changed. */
    private static final String LOCK = STAGED + """
            select id from course where code in (select code from staged) order by id for update
            """;

    private static final String ARCHIVED = STAGED + """
            select code, staged.archived is true from staged join course using (code) where course.status = 'archived'
            """;

    private static final String CHANGE = STAGED + """
            , wanted as (select course.id, staged.title, coalesce(staged.summary, course.summary) as summary,
                    coalesce(staged.description, course.description) as description,
                    coalesce(staged.categories, course.categories) as categories, coalesce(staged.tags, course.tags) as tags,
                    coalesce(staged.level, course.level) as level, coalesce(staged.language, course.language) as language,
                    coalesce(staged.instructors, course.instructors) as instructors,
                    coalesce(staged."durationHours", course.duration_hours) as duration_hours,
                    coalesce(staged.capacity, course.capacity) as capacity,
                    -- a beginning and its end belong together: the file says both, or nothing of them
                    case when coalesce("enrollFrom", "enrollUntil") is null then course.enroll_from else "enrollFrom" end as enroll_from,
                    case when coalesce("enrollFrom", "enrollUntil") is null then course.enroll_until else "enrollUntil" end as enroll_until,
                    case when coalesce("startsAt", "endsAt") is null then course.starts_at else "startsAt" end as starts_at,
                    case when coalesce("startsAt", "endsAt") is null then course.ends_at else "endsAt" end as ends_at,
                    case when staged.archived then 'archived' when staged.published then 'published' when not staged.published then 'draft' else course.status end as status
                from staged join course using (code) where course.status <> 'archived')
            update course set title = wanted.title, summary = wanted.summary, description = wanted.description, categories = wanted.categories, tags = wanted.tags,
                level = wanted.level, language = wanted.language, instructors = wanted.instructors,
                duration_hours = wanted.duration_hours, capacity = wanted.capacity, status = wanted.status,
                enroll_from = wanted.enroll_from, enroll_until = wanted.enroll_until, starts_at = wanted.starts_at,
                ends_at = wanted.ends_at,
                published_at = case when wanted.status = 'published' then coalesce(course.published_at, ?) end,
                edition = course.edition + 1
            from wanted
            where course.id = wanted.id and (course.title, course.summary, course.description, course.categories, course.tags, course.level,
                    course.language, course.instructors, course.duration_hours, course.capacity, course.status, course.enroll_from,
                    course.enroll_until, course.starts_at, course.ends_at)
                is distinct from (wanted.title, wanted.summary, wanted.description, wanted.categories, wanted.tags, wanted.level,
                    wanted.language, wanted.instructors, wanted.duration_hours, wanted.capacity, wanted.status, wanted.enroll_from,
                    wanted.enroll_until, wanted.starts_at, wanted.ends_at)
            returning course.id, course.code, course.title, old.status, new.status
            """;

    private static final String ADD = STAGED + """
            insert into course (id, code, title, summary, description, categories, tags, level, language, instructors, duration_hours, capacity,
                status, created_at, published_at, enroll_from, enroll_until, starts_at, ends_at)
            select coalesce(staged.id, gen_random_uuid()), code, title, coalesce(summary, ''), coalesce(description, ''), coalesce(categories, '{}'), coalesce(tags, '{}'), level,
                language, coalesce(instructors, '{}'), "durationHours", capacity,
                case when archived then 'archived' when published is false then 'draft' else 'published' end,
                coalesce("createdAt", moment.now),
                coalesce("publishedAt", case when published is not false and archived is not true then moment.now end), "enrollFrom", "enrollUntil", "startsAt", "endsAt"
            from staged, (select ?::timestamptz as now) as moment
            where "onlyChanges" is not true and not exists (select 1 from course where course.code = staged.code)
            returning course.id, course.code, course.title, null, course.status
            """;

    private static final String REQUIRE = STAGED + """
            , wanted as (select staged.code, coalesce(array_agg(course.id::text order by array_position(staged.prerequisites, course.code))
                    filter (where course.id is not null), '{}') as prerequisites
                from staged left join course on course.code = any (staged.prerequisites)
                where staged.prerequisites is not null group by staged.code)
            update course set prerequisites = wanted.prerequisites, edition = edition + 1 from wanted
            where course.code = wanted.code and course.prerequisites <> wanted.prerequisites
            """;

    private final SearchIndex index;
    private final CatalogFacts facts;
    private final Consumer<CourseId> seatsOpened;
    private final Clock clock;

    CourseWriter(SearchIndex index, CatalogFacts facts, Consumer<CourseId> seatsOpened, Clock clock) {
        this.index = index;
        this.facts = facts;
        this.seatsOpened = seatsOpened;
        this.clock = clock;
    }

    /** Writes courses and returns what of them cannot be. */
    List<RowError> take(Connection connection, Collection<StagedCourse> courses) throws SQLException {
        if (courses.isEmpty()) {
            return List.of();
        }
        for (var sql : List.of(CLAIM, LOCK)) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, json(courses));
                statement.execute();
            }
        }
        var archived = archived(connection, courses);
        var errors = new ArrayList<RowError>();
        courses.stream()
                .filter(course -> Boolean.FALSE.equals(archived.get(course.code())))
                .map(course -> new RowError(course.line(), "code: this course is archived, and that is for good"))
                .forEach(errors::add);
        var taken = new TreeMap<String, StagedCourse>();
        courses.stream()
                .filter(course -> !archived.containsKey(course.code()))
                .forEach(course -> taken.put(course.code(), course));
        StagedCourseIds.refuse(connection, taken, errors);
        StagedCycles.refuse(connection, taken, errors);
        refuseUnknown(connection, taken, errors);
        var json = json(taken.values());
        var written = new ArrayList<UUID>();
        for (var sql : List.of(CHANGE, ADD)) {
            written.addAll(writeAndTell(connection, sql, json));
        }
        for (var sql : List.of(REQUIRE, STAGED + RosterIds.KEEP_COURSES)) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, json);
                statement.executeUpdate();
            }
        }
        index.refresh(written);
        return errors;
    }

    /** Those whose prerequisites are neither there nor among them, and those that need these in turn. */
    static void refuseUnknown(Connection connection, Map<String, StagedCourse> courses, List<RowError> errors)
            throws SQLException {
        StagedPrerequisites.missing(connection, courses)
                .forEach((code, needed) -> errors.add(thereIsNo(needed, courses.remove(code))));
    }

    static RowError thereIsNo(String needed, StagedCourse course) {
        return new RowError(course.line(), "prerequisites: there is no course " + needed);
    }

    /** Those that are archived already, and whether the file says so too. */
    private static Map<String, Boolean> archived(Connection connection, Collection<StagedCourse> courses)
            throws SQLException {
        var codes = new HashMap<String, Boolean>();
        try (var statement = connection.prepareStatement(ARCHIVED)) {
            statement.setString(1, json(courses));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    codes.put(rows.getString(1), rows.getBoolean(2));
                }
            }
        }
        return codes;
    }

    private static String json(Collection<StagedCourse> courses) {
        return StrictJson.mapper().writeValueAsString(courses);
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
}
