package org.coursewise.course.imports;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.coursewise.imports.RowBatch;
import org.coursewise.imports.RowError;

/**
 * Enrolments that were made elsewhere: facts, that no capacity stands against. A learner's course that is there already
 * stays as it is, but may become completed, and whoever waited has a seat; one that was given up since stays so. So the
 * same file twice changes nothing.
 */
final class EnrollmentBatch implements RowBatch {

    private static final String TAKE = """
            with taken as (
                insert into enrollment (course_id, learner, status, enrolled_at, completed_at)
                select distinct on (learner, course.id) course.id, learner,
                    case when completed_at is null then 'active' else 'completed' end, enrolled_at, completed_at
                from staged_enrollment join course using (code)
                where not exists (select 1 from enrollment as given_up where given_up.learner = staged_enrollment.learner
                    and given_up.course_id = course.id and given_up.status = 'cancelled'
                    and given_up.enrolled_at is not distinct from staged_enrollment.enrolled_at)
                order by learner, course.id, completed_at nulls last
                on conflict (learner, course_id) where status <> 'cancelled' do update
                    set status = excluded.status, completed_at = excluded.completed_at, version = enrollment.version + 1
                    where enrollment.status = 'waiting' or enrollment.status = 'active' and excluded.completed_at is not null
                returning new.course_id, coalesce(old.status, 'waiting') = 'waiting' as has_gained),
            gained as (select course_id, count(*) as learners from taken where has_gained group by course_id)
            update course set enrolled = enrolled + learners from gained where id = course_id
            """;

    private final DataSource database;
    private final StagedHistory rows =
            new StagedHistory("staged_enrollment", "enrolled_at timestamptz, completed_at timestamptz");

    EnrollmentBatch(DataSource database) {
        this.database = database;
    }

    @Override
    public void add(CsvRow row) {
        var enrolledAt = row.instant("enrolled_at");
        var completedAt = row.instant("completed_at");
        if (enrolledAt != null && completedAt != null && completedAt.isBefore(enrolledAt)) {
            throw new BadRowException("completed_at", "is before enrolled_at");
        }
        rows.add(row, enrolledAt, completedAt);
    }

    @Override
    public boolean isFull() {
        return rows.isFull();
    }

    @Override
    public List<RowError> write() {
        if (rows.isEmpty()) {
            return List.of();
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var wrong = rows.stage(statement);
            statement.executeUpdate(TAKE);
            rows.clear(statement);
            return wrong;
        } catch (SQLException | IOException e) {
            throw new PersistenceException("Enrolments could not be taken", e);
        }
    }
}
