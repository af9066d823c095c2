package org.coursewise.recommender.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The three kinds of CSV file the recommender reads. A row that cannot be used is skipped and told. */
public final class CsvFiles {

    private CsvFiles() {}

    /**
     * Adds enrolments: {@code learner,course_code} and, where known, {@code enrolled_at} (RFC 3339 or a date); of a
     * row without it, {@code completed_at} counts.
     */
    public static void enrollments(Path file, SkippedRows skipped, DatasetBuilder into) throws UnusableDataException {
        CsvTable.read(file, Enrollment.REQUIRED, skipped, row -> into.enrollment(Enrollment.of(row)));
        if (into.enrollments() == 0) {
            throw new UnusableDataException(file + " holds no enrolment");
        }
    }

    /** Reads courses: {@code code} and, where there are, title, summary, categories, tags and so on. */
    public static List<Course> courses(Path file, SkippedRows skipped) throws UnusableDataException {
        var courses = new ArrayList<Course>();
        CsvTable.read(file, Course.REQUIRED, skipped, row -> courses.add(Course.of(row)));
        return courses;
    }

    /** Reads the column {@code learner}, each learner once, in the order of the file. */
    public static Set<String> learners(Path file, SkippedRows skipped) throws UnusableDataException {
        var learners = new LinkedHashSet<String>();
        CsvTable.read(file, List.of("learner"), skipped, row -> learners.add(row.required("learner")));
        return learners;
    }
}
