package org.coursewise.recommender.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.dataset.Numbering;
import org.coursewise.recommender.dataset.UnusableDataException;

/** The courses by number, how many learners took each, and what that says of all enrolments. */
record Catalogue(List<Course> courses, List<Integer> counts, boolean timed, int enrollments) {

    private static final int TOLD = 10;

    /** What is written about courses, by code; of a code that comes twice what was said last. */
    static Map<String, Course> written(Dataset<Row> table, Consumer<String> told) {
        var places = Table.places(table);
        var written = new HashMap<String, Course>();
        int skipped = 0;
        for (var rows = table.toLocalIterator(); rows.hasNext(); ) {
            var cells = new RowCells(rows.next(), places);
            try {
                var course = Course.of(cells);
                written.put(course.code(), course);
            } catch (IllegalArgumentException e) {
                if (skipped++ < TOLD) {
                    told.accept("Skipped: " + cells.line() + ": " + e.getMessage());
                }
            }
        }
        if (skipped > 0) {
            told.accept(skipped + " courses were skipped");
        }
        return written;
    }

    /** Numbers the courses that are written about and those that were taken, as the library does. */
    static Catalogue of(Map<String, Course> written, List<Row> counted) throws UnusableDataException {
        var counts = new HashMap<String, Long>();
        long taken = 0;
        long withTime = 0;
        for (var row : counted) {
            counts.put(row.getString(0), row.getLong(1));
            taken += row.getLong(1);
            withTime += row.getLong(2);
        }
        if (taken > Integer.MAX_VALUE) {
            throw new UnusableDataException("These are " + taken + " enrolments; a model can count " + Integer.MAX_VALUE
                    + ". Leave the oldest out.");
        }
        written.keySet().forEach(code -> counts.putIfAbsent(code, 0L));
        var codes = new ArrayList<>(counts.keySet());
        var courses = new ArrayList<Course>();
        var byNumber = new ArrayList<Integer>();
        for (int place : Numbering.order(codes, c -> counts.getOrDefault(codes.get(c), 0L))) {
            var code = codes.get(place);
            courses.add(written.getOrDefault(code, Course.unknown(code)));
            byNumber.add(Math.toIntExact(counts.getOrDefault(code, 0L)));
        }
        return new Catalogue(courses, byNumber, Numbering.timed(withTime, taken), (int) taken);
    }

    Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        for (var course : courses) {
            numbers.put(course.code(), numbers.size());
        }
        return numbers;
    }
}
