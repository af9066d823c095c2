package org.coursewise.course.imports;

import javax.sql.DataSource;
import org.coursewise.csv.CsvRow;
import org.coursewise.imports.RowBatch;

/**
 * Sections of courses, known by their ids, or else by course, title and which of that title they are. What a file does not
 * name stays.
 */
final class SectionBatch implements RowBatch {

    private static final String LOCK =
            "select 1 from course where code in (select code from staged_section) order by id for update";

    private static final String FIND_COURSES =
            "update staged_section set owner = course.id from course where course.code = staged_section.code";

    private static final String UNKNOWN = """
            delete from staged_section where owner is null
            returning line, 'course_code: there is no course ' || code || '; import courses first'
            """;

    private final DataSource database;
    private final FileIds ids = new FileIds("section");
    private final StagedList list = new StagedList("section", "course", "course_code", "title");
    private final StagedRows rows =
            new StagedRows("staged_section", "id uuid, code text, place integer, title text, owner uuid");

    SectionBatch(DataSource database) {
        this.database = database;
    }

    @Override
    public void add(CsvRow row) {
        var code = row.required("course_code", StagedHistory.LONGEST_CODE);
        var title = StagedCourse.title(row);
        var position = row.whole("position").orElse(null);
        rows.add(row.line(), ids.of(row, code, title), code, position, title, null);
    }

    @Override
    public boolean isFull() {
        return rows.isFull();
    }

    @Override
    public Writing take() {
        return rows.take(database, (statement, wrong) -> {
            statement.execute(LOCK);
            statement.executeUpdate(FIND_COURSES);
            StagedRows.refuse(statement, UNKNOWN, wrong);
            list.write(statement, wrong);
        });
    }
}
