package org.coursewise.course.imports;

import java.util.UUID;
import javax.sql.DataSource;
import org.coursewise.course.curriculum.LessonContent;
import org.coursewise.course.curriculum.LessonKind;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.coursewise.imports.RowBatch;
import org.jspecify.annotations.Nullable;

/**
 * Lessons of sections, known by their ids, or else by section, title and which of that title they are. A section is known
 * by its id, or else by its course and title: of several the first. What a file does not name stays, and so does content
 * where a cell is empty.
 */
final class LessonBatch implements RowBatch {

    private static final int LONGEST_TITLE = 200;

    private static final String LOCK = """
            select 1 from course where id in (select id from course where code in (select code from staged_lesson)
                union all select course_id from section where id in (select owner from staged_lesson))
            order by id for update
            """;

    private static final String FIND_SECTIONS = """
            update staged_lesson set owner = (select section.id from section join course on course.id = course_id
                where course.code = staged_lesson.code and section.title = staged_lesson.section
                order by rank, section.id limit 1)
            where owner is null
            """;

    private static final String UNKNOWN = """
            delete from staged_lesson using (
                select line, case
                    when section.id is null and owner is not null
                        then 'section_id: there is no section ' || owner || '; import sections first'
                    when section.id is null and not exists (select 1 from course as named where named.code = row.code)
                        then 'course_code: there is no course ' || row.code || '; import courses first'
                    when section.id is null
                        then 'section: course ' || row.code || ' has no section ' || row.section || '; import sections first'
                    when course.code <> row.code then 'course_code: the section is one of course ' || course.code
                    end as reason
                from staged_lesson as row left join section on section.id = owner left join course on course.id = course_id
                ) as looked_at
            where looked_at.line = staged_lesson.line and reason is not null
            returning staged_lesson.line, reason
            """;

    private final DataSource database;
    private final FileIds ids = new FileIds("lesson");
    private final StagedList list = new StagedList("lesson", "section", "section_id", "title", "kind", "content");
    private final StagedRows rows = new StagedRows(
            "staged_lesson",
            "id uuid, owner uuid, code text, section text, place integer, title text, kind text, content text");

    LessonBatch(DataSource database) {
        this.database = database;
    }

    @Override
    public void add(CsvRow row) {
        var section = FileIds.read(row, "section_id");
        var code = section == null
                ? row.required("course_code", StagedHistory.LONGEST_CODE)
                : row.text("course_code", StagedHistory.LONGEST_CODE).orElse(null);
        var sectionTitle = section == null ? row.required("section", LONGEST_TITLE) : null;
        var title = StagedCourse.title(row);
        var kind = row.word("kind", "text", "video", "link", "quiz")
                .map(LessonKind::ofWireName)
                .orElseThrow(() -> new BadRowException("kind", "is empty"));
        var content = content(row, kind);
        var position = row.whole("position").orElse(null);
        var id = ids.of(row, key(section, code, sectionTitle), title);
        rows.add(row.line(), id, section, code, sectionTitle, position, title, kind.wireName(), content);
    }

    private static String key(@Nullable UUID section, @Nullable String code, @Nullable String title) {
        return section == null ? code + "\n" + title : section.toString();
    }

    private static @Nullable String content(CsvRow row, LessonKind kind) {
        var content = row.verbatim("content", LessonContent.LONGEST)
                .map(cell -> LessonContent.tidy(kind, cell))
                .orElse("");
        LessonContent.complaint(kind, content).ifPresent(complaint -> {
            throw new BadRowException("content", complaint);
        });
        return content.isEmpty() ? null : content;
    }

    @Override
    public boolean isFull() {
        return rows.isFull();
    }

    @Override
    public Writing take() {
        return rows.take(database, (statement, wrong) -> {
            statement.execute(LOCK);
            statement.executeUpdate(FIND_SECTIONS);
            StagedRows.refuse(statement, UNKNOWN, wrong);
            list.write(statement, wrong);
        });
    }
}
