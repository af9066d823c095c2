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
 * given up since stays so, and one that was given up elsewhere is so here. So the same file twice changes nothing.
 */
final class EnrollmentBatch implements RowBatch {

    /** Enrolments are told apart by when they were made: a learner may have given up one and have another. */
    private static final String GIVE_UP = """
            with given_up as (
                update enrollment set status = 'cancelled', version = version + 1
                from staged_enrollment join course using (code)
                where staged_enrollment.status = 'cancelled' and enrollment.learner = staged_enrollment.learner
                    and enrollment.course_id = course.id and enrollment.status in ('active', 'waiting')
                    and (of_any_time or enrollment.enrolled_at is not distinct from staged_enrollment.enrolled_at)
                returning new.course_id, old.status as had),
            freed as (select course_id, count(*) as seats from given_up where had = 'active' group by course_id)
            update course set enrolled = enrolled - seats from freed where id = course_id returning id
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
                    completed_at nulls last
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
    private boolean hasCertificates;

    EnrollmentBatch(
            DataSource database,
            Consumer<CourseId> seatsOpened,
            CourseNames names,
            Function<CsvRow, StagedEnrollment> reading) {
        this.database = database;
        this.seatsOpened = seatsOpened;
        this.reading = reading;
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
            var freed = giveUp(statement);
            statement.executeUpdate(REMEMBER_GIVEN_UP);
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
