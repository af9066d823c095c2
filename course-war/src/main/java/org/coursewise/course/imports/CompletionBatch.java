package org.coursewise.course.imports;

import java.time.Clock;
import javax.sql.DataSource;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.coursewise.imports.RowBatch;

/**
 * Lessons that learners did elsewhere: history. It belongs to the learner's place in the course, or, where a row says
 * {@code cancelled}, to the one that was made at that moment and given up. What is there stays, so the same file twice
 * changes nothing. No course is completed by it: files of enrolments say which are.
 */
final class CompletionBatch implements RowBatch {

    private static final String GIVEN_UP = "cancelled";

    private static final String FIND_PLACES = """
            update staged_completion as staged set place = enrollment.id
            from enrollment join course on course.id = course_id
            where course.code = staged.code and enrollment.learner = staged.learner
                and case when given_up
                    then enrollment.status = 'cancelled' and enrollment.enrolled_at is not distinct from staged.enrolled_at
                    else enrollment.status in ('active', 'completed') end
            """;

    /** Of a course that is not there it was told already. */
    private static final String REFUSE = """
            delete from staged_completion as staged using (
                select line, case
                    when not exists (select 1 from lesson join section on section.id = section_id
                            where lesson.id = row.lesson and section.course_id = course.id)
                        then 'lesson_id: course ' || code || ' has no lesson ' || row.lesson || '; import lessons first'
                    when place is null and given_up
                        then 'learner: has given up no place of that time in course ' || code || '; import enrollments first'
                    when place is null
                        then 'learner: has no place in course ' || code || '; import enrollments first'
                    end as reason
                from staged_completion as row join course using (code)) as looked_at
            where looked_at.line = staged.line and reason is not null
            returning staged.line, reason
            """;

    private static final String TAKE = """
            insert into lesson_completion (enrollment_id, lesson_id, completed_at)
            select place, lesson, min(completed_at) from staged_completion where place is not null group by place, lesson
            on conflict (enrollment_id, lesson_id) do nothing
            """;

    private final DataSource database;
    private final Clock clock;
    private final StagedHistory rows = new StagedHistory(
            "staged_completion",
            "lesson uuid, completed_at timestamptz, enrolled_at timestamptz, given_up boolean, place uuid",
            CourseNames.CODES);

    CompletionBatch(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void add(CsvRow row) {
        var completedAt = row.past("completed_at", clock.instant());
        if (completedAt == null) {
            throw new BadRowException("completed_at", "is empty");
        }
        var isGivenUp = row.word("status", "active", "completed", GIVEN_UP)
                .filter(GIVEN_UP::equals)
                .isPresent();
        rows.add(
                row.line(),
                row.required("learner", StagedHistory.LONGEST_LEARNER),
                row.required("course_code", StagedHistory.LONGEST_CODE),
                FileIds.required(row, "lesson_id"),
                completedAt,
                row.past("enrolled_at", clock.instant()),
                isGivenUp,
                null);
    }

    @Override
    public boolean isFull() {
        return rows.isFull();
    }

    @Override
    public Writing take() {
        return rows.take(database, (statement, wrong) -> {
            statement.executeUpdate(FIND_PLACES);
            StagedRows.refuse(statement, REFUSE, wrong);
            statement.executeUpdate(TAKE);
        });
    }
}
