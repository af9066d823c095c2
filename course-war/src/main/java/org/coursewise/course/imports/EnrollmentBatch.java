package org.coursewise.course.imports;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.csv.CsvRow;
import org.coursewise.imports.RowBatch;

/**
 * Enrolments that were made elsewhere: facts, that no capacity stands against. A learner's course that is there already
 * stays as it is, but may become completed, and whoever waited may have a seat, since the earlier of the two; one that was
 * given up since stays so, and one that was given up elsewhere is so here. So the same file twice changes nothing. What a
 * student information system alone ended it can begin again; of its rows for one learner and class the last one counts.
 */
final class EnrollmentBatch implements RowBatch {

    /** Enrolments are told apart by when they were made: a learner may have given up one and have another. */
    private static final String GIVE_UP = """
            with given_up as (
                update enrollment set status = 'cancelled', ended_by_file = of_any_time, version = version + 1
                from staged_enrollment join course using (code)
                where staged_enrollment.status = 'cancelled' and enrollment.learner = staged_enrollment.learner
                    and enrollment.course_id = course.id and enrollment.status in ('active', 'waiting')
                    and (of_any_time or enrollment.enrolled_at is not distinct from staged_enrollment.enrolled_at)
                returning new.course_id, old.status as had),
            freed as (select course_id, count(*) as seats from given_up where had = 'active' group by course_id)
            update course set enrolled = enrolled - seats from freed where id = course_id returning id
            """;

    /** Rows that end whatever there was, and rows after such a row, make those before them void. */
    private static final String LAST_COUNTS = """
            delete from staged_enrollment using staged_enrollment as later
            where later.learner = staged_enrollment.learner and later.code = staged_enrollment.code
                and later.line > staged_enrollment.line and (later.of_any_time or staged_enrollment.of_any_time)
            """;

    private static final String BEGIN_AGAIN = """
            with chosen as (
                select distinct on (staged_enrollment.learner, course.id) ended.id, staged_enrollment.status,
                    staged_enrollment.completed_at, staged_enrollment.enrolled_at
                from staged_enrollment join course using (code)
                    join enrollment as ended on ended.learner = staged_enrollment.learner and ended.course_id = course.id
                where staged_enrollment.status <> 'cancelled' and ended.status = 'cancelled' and ended.ended_by_file
                    and not exists (select 1 from enrollment as since where since.learner = ended.learner
                        and since.course_id = ended.course_id and since.id > ended.id)
                order by staged_enrollment.learner, course.id, line),
            begun as (
                update enrollment set status = chosen.status, completed_at = chosen.completed_at, ended_by_file = false,
                    enrolled_at = coalesce(chosen.enrolled_at, enrollment.enrolled_at), version = version + 1
                from chosen where enrollment.id = chosen.id returning new.course_id, new.status as has),
            taken as (select course_id, count(*) as seats from begun where has <> 'waiting' group by course_id)
            update course set enrolled = enrolled + seats from taken where id = course_id
            """;

    private static final String REMEMBER_GIVEN_UP = """
            insert into enrollment (course_id, learner, status, enrolled_at)
            select distinct course.id, learner, 'cancelled', enrolled_at
            from staged_enrollment join course using (code)
            where staged_enrollment.status = 'cancelled' and not of_any_time and not exists (select 1 from enrollment as known
                where known.learner = staged_enrollment.learner and known.course_id = course.id
                    and known.status in ('cancelled', 'completed')
                    and known.enrolled_at is not distinct from staged_enrollment.enrolled_at)
            """;

    private static final String TAKE = """
            with taken as (
                insert into enrollment (course_id, learner, status, enrolled_at, completed_at)
                select distinct on (learner, course.id) course.id, learner, staged_enrollment.status, enrolled_at, completed_at
                from staged_enrollment join course using (code)
                where staged_enrollment.status <> 'cancelled'
                    and not exists (select 1 from enrollment as given_up where given_up.learner = staged_enrollment.learner
                    and given_up.course_id = course.id and given_up.status = 'cancelled'
                    and given_up.enrolled_at is not distinct from staged_enrollment.enrolled_at)
                order by learner, course.id, array_position('{completed,active,waiting}'::text[], staged_enrollment.status),
                    completed_at nulls last, line
                on conflict (learner, course_id) where status <> 'cancelled' do update
                    set status = excluded.status, completed_at = excluded.completed_at, version = enrollment.version + 1,
                        enrolled_at = least(enrollment.enrolled_at, excluded.enrolled_at, excluded.completed_at)
                    where enrollment.status = 'waiting' and excluded.status <> 'waiting'
                        or enrollment.status = 'active' and excluded.status = 'completed'
                returning new.course_id,
                    coalesce(old.status, 'waiting') = 'waiting' and new.status <> 'waiting' as has_gained),
            gained as (select course_id, count(*) as learners from taken where has_gained group by course_id)
            update course set enrolled = enrolled + learners from gained where id = course_id
            """;

    private final DataSource database;
    private final Consumer<CourseId> seatsOpened;
    private final Function<CsvRow, StagedEnrollment> reading;
    private final StagedHistory rows;
    private final boolean isRoster;
    private boolean hasCertificates;

    EnrollmentBatch(
            DataSource database,
            Consumer<CourseId> seatsOpened,
            CourseNames names,
            Function<CsvRow, StagedEnrollment> reading) {
        this.database = database;
        this.seatsOpened = seatsOpened;
        this.reading = reading;
        this.isRoster = names == CourseNames.ROSTER;
        this.rows = new StagedHistory(
                "staged_enrollment",
                "enrolled_at timestamptz, completed_at timestamptz, status text, of_any_time boolean, certificate_id uuid",
                names);
    }

    @Override
    public void add(CsvRow row) {
        var read = reading.apply(row);
        hasCertificates |= read.certificateId() != null;
        rows.add(
                read.line(),
                read.learner(),
                read.code(),
                read.enrolledAt(),
                read.completedAt(),
                read.status(),
                read.isOfAnyTime(),
                read.certificateId());
    }

    @Override
    public boolean isFull() {
        return rows.isFull();
    }

    @Override
    public Writing take() {
        var withCertificates = hasCertificates;
        hasCertificates = false;
        return rows.take(database, (statement, wrong) -> {
            if (withCertificates) {
                StagedCertificates.refuse(statement, wrong);
            }
            if (isRoster) {
                statement.executeUpdate(LAST_COUNTS);
            }
            var freed = giveUp(statement);
            statement.executeUpdate(REMEMBER_GIVEN_UP);
            if (isRoster) {
                statement.executeUpdate(BEGIN_AGAIN);
            }
            statement.executeUpdate(TAKE);
            if (withCertificates) {
                StagedCertificates.keep(statement, wrong);
            }
            freed.forEach(seatsOpened);
        });
    }

    /** Returns the courses that have seats again. */
    private static List<CourseId> giveUp(Statement statement) throws SQLException {
        var freed = new ArrayList<CourseId>();
        try (var courses = statement.executeQuery(GIVE_UP)) {
            while (courses.next()) {
                freed.add(new CourseId(courses.getObject(1, UUID.class)));
            }
        }
        return freed;
    }
}
