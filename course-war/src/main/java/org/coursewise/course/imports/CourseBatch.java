package org.coursewise.course.imports;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.coursewise.csv.CsvRow;
import org.coursewise.imports.RowBatch;
import org.coursewise.imports.RowError;

/**
 * Courses that were made elsewhere, known by their codes. A new one is published at once unless the file says otherwise;
 * one that is there takes what the file says of it, and nothing changes when that is what it is.
 */
final class CourseBatch implements RowBatch {

    private static final int ROWS = 500;
    /** They stay in memory until the end of the file. */
    private static final int MOST_LATER = 2_000;

    private final DataSource database;
    private final CourseWriter writer;
    private final Function<CsvRow, StagedCourse> reading;
    private Map<String, StagedCourse> staged = new LinkedHashMap<>();
    /** Those that need a course which may come further down in the file; in the order in which codes are claimed. */
    private final Map<String, StagedCourse> later = new TreeMap<>();

    CourseBatch(DataSource database, CourseWriter writer, Function<CsvRow, StagedCourse> reading) {
        this.database = database;
        this.writer = writer;
        this.reading = reading;
    }

    @Override
    public void add(CsvRow row) {
        var course = reading.apply(row);
        // of two rows with one code the last one counts
        staged.put(course.code(), course);
    }

    @Override
    public boolean isFull() {
        return staged.size() >= ROWS;
    }

    @Override
    public Writing take() {
        var taken = staged;
        staged = new LinkedHashMap<>();
        return () -> write(taken);
    }

    private List<RowError> write(Map<String, StagedCourse> courses) {
        later.replaceAll((code, before) -> Objects.requireNonNullElse(courses.remove(code), before));
        return inDatabase(connection -> {
            var errors = new ArrayList<RowError>();
            putOff(courses, StagedPrerequisites.missing(connection, courses), errors);
            errors.addAll(writer.take(connection, courses.values()));
            return errors;
        });
    }

    @Override
    public List<RowError> finish() {
        return inDatabase(connection -> {
            var errors = new ArrayList<RowError>();
            CourseWriter.refuseUnknown(connection, later, errors);
            // not piece by piece: they may need each other, and there are few
            errors.addAll(writer.take(connection, later.values()));
            later.clear();
            return errors;
        });
    }

    private void putOff(Map<String, StagedCourse> courses, Map<String, String> unknown, List<RowError> errors) {
        unknown.forEach((code, needed) -> {
            var course = courses.remove(code);
            if (later.size() < MOST_LATER) {
                later.put(code, course);
            } else {
                errors.add(CourseWriter.thereIsNo(
                        needed + " yet; send the file again, or the courses that others need first", course));
            }
        });
    }

    private interface Work {
        List<RowError> with(Connection connection) throws SQLException;
    }

    private List<RowError> inDatabase(Work work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new PersistenceException("Courses could not be taken", e);
        }
    }
}
