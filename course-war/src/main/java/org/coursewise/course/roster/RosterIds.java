package org.coursewise.course.roster;

/**
 * What a student information system calls our courses ({@code roster_id}): a course by its code or the {@code sourcedId} of
 * its row, a class by its own. An id nobody has told is taken for the code of a course.
 */
public final class RosterIds {

    private static final String RESOLVE = """
            update %1$s set code = course.code
            from (select distinct on (sourced_id) sourced_id, course_id from roster_id order by sourced_id, kind) as known
                join course on course.id = known.course_id
            where known.sourced_id = %1$s.code
            """;

    /** Of a table {@code staged} with sourcedId and code; of two rows with one id the last one counts. */
    public static final String KEEP_COURSES = """
            insert into roster_id (kind, sourced_id, course_id)
            select distinct on ("sourcedId") 'course', "sourcedId", course.id from staged join course using (code)
            where "sourcedId" is not null order by "sourcedId", line desc
            on conflict (kind, sourced_id) do update set course_id = excluded.course_id
                where roster_id.course_id <> excluded.course_id
            """;

    /** A course's id in files, where the query has a table {@code course}. */
    public static final String OF_COURSE = """
            coalesce((select min(sourced_id collate "C") from roster_id
                where roster_id.kind = 'course' and roster_id.course_id = course.id), course.code)""";

    /** As {@link #OF_COURSE}, of the one class that a course is. */
    public static final String OF_CLASS = """
            coalesce((select min(sourced_id collate "C") from roster_id
                where roster_id.kind = 'class' and roster_id.course_id = course.id), course.code)""";

    private RosterIds() {}

    /**
     * What puts the code of the class or course that each row names in the place of the name; a class comes first.
     *
     * @param staged the table the rows are in, with a column {@code code}
     */
    public static String resolution(String staged) {
        return RESOLVE.formatted(staged);
    }
}
