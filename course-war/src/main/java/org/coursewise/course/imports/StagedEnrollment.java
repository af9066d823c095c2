package org.coursewise.course.imports;

import java.time.Instant;
import java.util.UUID;
import org.coursewise.course.roster.FileFormat;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of enrolments.
 *
 * @param code of the course, or what a OneRoster file calls it
 * @param isOfAnyTime whether what is given up is given up whenever it was made
 */
record StagedEnrollment(
        long line,
        String learner,
        String code,
        @Nullable Instant enrolledAt,
        @Nullable Instant completedAt,
        String status,
        boolean isOfAnyTime,
        @Nullable UUID certificateId) {

    private static final int LONGEST_SOURCED_ID = 255;
    private static final String ACTIVE = "active";
    private static final String COMPLETED = "completed";
    private static final String CANCELLED = "cancelled";

    /**
     * A row of our own file.
     *
     * @param now after which nothing has happened
     * @throws BadRowException when a cell is wrong
     */
    static StagedEnrollment of(CsvRow row, Instant now) {
        var learner = row.required("learner", StagedHistory.LONGEST_LEARNER);
        var code = row.required("course_code", StagedHistory.LONGEST_CODE);
        return of(
                row,
                learner,
                code,
                FileDates.past(row, "enrolled_at", now),
                "completed_at",
                "status",
                "certificate_id",
                now);
    }

    /**
     * A row of OneRoster's enrollments.csv, which says of what is not OneRoster's in columns of our own. An endDate is when
     * a class is over, and completes nothing.
     *
     * @throws BadRowException when a cell is wrong
     */
    static StagedEnrollment ofRoster(CsvRow row, Instant now) {
        var learner = row.required("userSourcedId", StagedHistory.LONGEST_LEARNER);
        var code = row.required("classSourcedId", LONGEST_SOURCED_ID);
        if (!row.required("role", StagedHistory.LONGEST_CODE).equals("student")) {
            throw new BadRowException("role", "must be student; who teaches a course comes with it, as instructor");
        }
        if (row.word("status", ACTIVE, "tobedeleted")
                .filter("tobedeleted"::equals)
                .isPresent()) {
            return new StagedEnrollment(row.line(), learner, code, null, null, CANCELLED, true, null);
        }
        var enrolledAt = FileDates.past(row, FileFormat.EXTENSION + "enrolledAt", now);
        return of(
                row,
                learner,
                code,
                enrolledAt == null ? begun(row, now) : enrolledAt,
                FileFormat.EXTENSION + "completedAt",
                FileFormat.EXTENSION + "status",
                FileFormat.EXTENSION + "certificateId",
                now);
    }

    /** When a class begins that has begun; of one that will, it is not known when the learner was enrolled. */
    private static @Nullable Instant begun(CsvRow row, Instant now) {
        var begin = FileDates.read(row, "beginDate");
        return begin == null || begin.isAfter(now) ? null : begin;
    }

    private static StagedEnrollment of(
            CsvRow row,
            String learner,
            String code,
            @Nullable Instant enrolledAt,
            String completedColumn,
            String statusColumn,
            String certificateColumn,
            Instant now) {
        var completedAt = row.past(completedColumn, now);
        if (enrolledAt != null && completedAt != null && completedAt.isBefore(enrolledAt)) {
            throw new BadRowException(completedColumn, "is before enrolled_at");
        }
        var status = row.word(statusColumn, ACTIVE, COMPLETED, "waiting", CANCELLED)
                .orElse(completedAt == null ? ACTIVE : COMPLETED);
        if (completedAt != null && !status.equals(COMPLETED)) {
            throw new BadRowException(statusColumn, "must be completed where there is a completed_at");
        }
        var certificateId = FileIds.read(row, certificateColumn);
        if (certificateId != null && completedAt == null) {
            throw new BadRowException(certificateColumn, "needs a " + completedColumn);
        }
        return new StagedEnrollment(row.line(), learner, code, enrolledAt, completedAt, status, false, certificateId);
    }
}
