package org.coursewise.course.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.coursewise.imports.RowBatch;
import org.jspecify.annotations.Nullable;

/**
 * Reviews that were written elsewhere: history, that needs no enrolment. Of a learner's course the latest word stays,
 * wherever it was said, also that a review was taken back; a row that does not know its time is a first word only. So the
 * same file twice changes nothing. Words that were written here stay beside stars that come without any. What is hidden
 * stays hidden; a file that says so hides what it brings, unless a moderator here has decided over it.
 */
final class ReviewBatch implements RowBatch {

    private static final int MOST_STARS = 5;
    private static final int LONGEST_COMMENT = 4_000;

    /** For days that began east of Greenwich. */
    private static final String TAKE = """
            with moment as (select ?::timestamptz as now),
            taken as (
                insert into review as present (course_id, learner, rating, comment, written_at, changed_at)
                select distinct on (learner, course.id) course.id, learner, rating, coalesce(comment, ''),
                    coalesce(first_at, at, now), coalesce(at, now)
                from staged_review join course using (code) cross join moment
                where at is not null or not exists
                    (select 1 from review where review.learner = staged_review.learner and review.course_id = course.id)
                order by learner, course.id, at desc nulls last, line
                on conflict (learner, course_id) do update
                    set rating = excluded.rating, changed_at = excluded.changed_at,
                        comment = case when excluded.comment = '' then present.comment else excluded.comment end,
                        written_at = case when present.rating is null then excluded.written_at else present.written_at end
                    where present.changed_at < excluded.changed_at
                returning new.course_id, old.rating as before, new.rating as after, new.hidden),
            counted as (select course_id, count(*) filter (where before is null) as reviews,
                    sum(after - coalesce(before, 0)) as stars
                from taken where not hidden group by course_id)
            update course set rating_count = rating_count + reviews, rating_sum = rating_sum + stars
            from counted where id = course_id
            """;

    /** Words that are newer than the row, or that somebody here has decided over, are left alone. */
    private static final String HIDE = """
            with concealed as (
                update review set hidden = true from staged_review join course using (code)
                where conceal and review.learner = staged_review.learner and review.course_id = course.id and not hidden
                    and (changed_at <= at or at is null and changed_at = ?::timestamptz)
                    and not exists (select 1 from review_moderation where review_id = review.id)
                returning review.course_id, review.rating),
            uncounted as (select course_id, count(*) as reviews, sum(rating) as stars
                from concealed where rating is not null group by course_id)
            update course set rating_count = rating_count - reviews, rating_sum = rating_sum - stars
            from uncounted where id = course_id
            """;

    private final DataSource database;
    private final Clock clock;
    private final StagedHistory rows = new StagedHistory(
            "staged_review",
            "rating smallint, at timestamptz, first_at timestamptz, comment text, conceal boolean",
            CourseNames.CODES);

    ReviewBatch(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void add(CsvRow row) {
        var at = row.past("at", clock.instant());
        rows.add(
                row.line(),
                row.required("learner", StagedHistory.LONGEST_LEARNER),
                row.required("course_code", StagedHistory.LONGEST_CODE),
                stars(row),
                at,
                firstAt(row, at),
                row.paragraphs("comment", LONGEST_COMMENT).orElse(null),
                row.word("status", "shown", "hidden").filter("hidden"::equals).isPresent());
    }

    /** When it was first written, of one that was written anew. */
    static @Nullable Instant firstAt(CsvRow row, @Nullable Instant at) {
        var first = row.instant("written_at");
        if (first != null && (at == null || first.isAfter(at))) {
            throw new BadRowException("written_at", "needs an at that is not before it");
        }
        return first;
    }

    static int stars(CsvRow row) {
        var stars = row.positive("rating").orElseThrow(() -> new BadRowException("rating", "is empty"));
        if (stars != Math.rint(stars) || stars > MOST_STARS) {
            throw new BadRowException("rating", "must be a whole number from 1 to " + MOST_STARS);
        }
        return stars.intValue();
    }

    @Override
    public boolean isFull() {
        return rows.isFull();
    }

    @Override
    public Writing take() {
        return rows.take(database, (statement, wrong) -> {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            for (var sql : List.of(TAKE, HIDE)) {
                try (var change = statement.getConnection().prepareStatement(sql)) {
                    change.setObject(1, now);
                    change.executeUpdate();
                }
            }
        });
    }
}
