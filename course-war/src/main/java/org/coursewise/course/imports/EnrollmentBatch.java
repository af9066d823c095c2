package org.coursewise.course.imports;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.course.learner.LearnerLinks;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.coursewise.imports.RowBatch;
import org.coursewise.imports.RowError;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Enrolments that were made elsewhere: facts, that no capacity stands against. A learner's course that is there already
 * stays as it is, but may become completed, and whoever waited has a seat; one that was given up since stays so. So the
 * same file twice changes nothing. An outside learner who has an account by now is that account's owner; learners who were
 * erased stay so. Courses are locked in the order of their ids, as they gain learners.
 */
final class EnrollmentBatch implements RowBatch {

    private static final int ROWS = 20_000;
    private static final int LONGEST_LEARNER = 200;
    private static final int LONGEST_CODE = 64;

    private static final String STAGE = """
            create temp table staged_enrollment
                (line bigint, learner text, code text, enrolled_at timestamptz, completed_at timestamptz) on commit drop
            """;

    private static final String COPY = "copy staged_enrollment from stdin";

    private static final String UNKNOWN = """
            select line, code from staged_enrollment
            where not exists (select 1 from course where course.code = staged_enrollment.code)
            """;

    private static final String ERASED = """
            delete from staged_enrollment
            where encode(sha256(convert_to(learner, 'UTF8')), 'hex') in (select learner_hash from erasure)
            returning line
            """;

    private static final String LOCK = """
            select 1 from course where code in (select code from staged_enrollment) order by id for update
            """;

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
    private final StringBuilder lines = new StringBuilder();
    private int rows;

    EnrollmentBatch(DataSource database) {
        this.database = database;
    }

    @Override
    public void add(CsvRow row) {
        var learner = row.required("learner", LONGEST_LEARNER);
        var code = row.required("course_code", LONGEST_CODE);
        var enrolledAt = row.instant("enrolled_at");
        var completedAt = row.instant("completed_at");
        if (enrolledAt != null && completedAt != null && completedAt.isBefore(enrolledAt)) {
            throw new BadRowException("completed_at", "is before enrolled_at");
        }
        lines.append(row.line()).append('\t');
        append(learner);
        lines.append('\t');
        append(code);
        lines.append('\t')
                .append(cell(enrolledAt))
                .append('\t')
                .append(cell(completedAt))
                .append('\n');
        rows++;
    }

    @Override
    public boolean isFull() {
        return rows >= ROWS;
    }

    @Override
    public List<RowError> write() {
        if (rows == 0) {
            return List.of();
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(STAGE);
            copy(connection);
            statement.execute(Erasures.shareLock());
            statement.execute(LearnerLinks.HOLD);
            statement.executeUpdate(LearnerLinks.TRANSLATE);
            var wrong = new ArrayList<RowError>();
            try (var erased = statement.executeQuery(ERASED)) {
                while (erased.next()) {
                    wrong.add(new RowError(erased.getLong(1), "learner: was erased"));
                }
            }
            try (var strangers = statement.executeQuery(UNKNOWN)) {
                while (strangers.next()) {
                    wrong.add(new RowError(
                            strangers.getLong(1), "course_code: there is no course " + strangers.getString(2)));
                }
            }
            statement.execute(LOCK);
            statement.executeUpdate(TAKE);
            statement.execute("drop table staged_enrollment");
            clear();
            return wrong;
        } catch (SQLException | IOException e) {
            throw new PersistenceException("Enrolments could not be taken", e);
        }
    }

    private void copy(Connection connection) throws SQLException, IOException {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(lines.toString()));
    }

    private void clear() {
        lines.setLength(0);
        rows = 0;
    }

    private static String cell(@Nullable Instant instant) {
        return instant == null ? "\\N" : instant.toString();
    }

    /** In COPY's text format. */
    private void append(String cell) {
        for (var i = 0; i < cell.length(); i++) {
            switch (cell.charAt(i)) {
                case '\\' -> lines.append("\\\\");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                case '\t' -> lines.append("\\t");
                default -> lines.append(cell.charAt(i));
            }
        }
    }
}
