package org.coursewise.recommender.dataset;

import java.nio.file.Path;

/**
 * How much there is to learn from, known before any of it is kept.
 *
 * @param enrollments rows that can be used, those that come twice counted twice
 * @param learners about
 * @param taken about how many courses anybody took
 * @param courses about how many there are, also of those that nobody took
 */
public record EnrollmentCount(long enrollments, long learners, long taken, long courses) {

    /** Reads both files once, row by row. */
    public static EnrollmentCount of(Path enrollments, Path courses) throws UnusableDataException {
        var learners = new DistinctCount();
        var taken = new DistinctCount();
        var codes = new DistinctCount();
        var rows = new long[1];
        // what is skipped is told when it is read in earnest
        var untold = new SkippedRows(0, row -> {});
        CsvTable.read(courses, Course.REQUIRED, untold, row -> codes.add(row.required("code")));
        CsvTable.read(enrollments, Enrollment.REQUIRED, untold, row -> {
            var enrollment = Enrollment.of(row);
            learners.add(enrollment.learner());
            taken.add(enrollment.course());
            codes.add(enrollment.course());
            rows[0]++;
        });
        return new EnrollmentCount(rows[0], learners.estimate(), taken.estimate(), codes.estimate());
    }
}
