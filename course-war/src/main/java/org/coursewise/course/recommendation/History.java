package org.coursewise.course.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coursewise.postgres.Sql;
import org.coursewise.recommender.PastCourse;

/** What a learner takes and took, read at each request: an enrolment counts at once, on every replica. */
@ApplicationScoped
class History {

    private static final String TAKEN = """
            select course_id::text, coalesce(enrolled_at, completed_at) as at, status from enrollment
            where learner = ? and status <> 'cancelled' order by enrolled_at nulls first, id
            """;

    @Inject
    Sql sql;

    /**
     * @param courses the newest last
     * @param completed ids of those that were completed
     */
    record Taken(List<PastCourse> courses, Set<String> completed) {

        Set<String> ids() {
            var ids = new HashSet<String>();
            courses.forEach(course -> ids.add(course.code()));
            return ids;
        }
    }

    Taken of(String learner) {
        var completed = new HashSet<String>();
        var courses = sql.query(
                TAKEN,
                row -> {
                    if (row.getString("status").equals("completed")) {
                        completed.add(row.getString(1));
                    }
                    return new PastCourse(row.getString(1), Sql.instant(row, "at"));
                },
                learner);
        return new Taken(courses, completed);
    }
}
