package org.coursewise.course.curriculum;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** All sections. */
@ApplicationScoped
class Sections {

    private static final String FIND = """
            select *, (select count(*) from section as earlier where earlier.course_id = section.course_id
                and (earlier.rank, earlier.id) <= (section.rank, section.id)) as position
            from section where id = ?
            """;

    private static final String LIST = """
            select * from (select *, row_number() over (order by rank, id) as position from section where course_id = ?) as placed
            where rank > coalesce(?::numeric, '-infinity') order by rank, id limit ?
            """;

    @Inject
    Sql sql;

    Optional<Section> find(SectionId id) {
        return sql.query(FIND, Section::read, id.value()).stream().findFirst();
    }

    Page<Section> list(CourseId course, PageRequest page) {
        var after = page.after(RankPosition.class).map(RankPosition::value).orElse(null);
        return Page.of(rows(course, after, page.rowsToFetch()), page, row -> RankPosition.of(row.rank()));
    }

    private List<Section> rows(CourseId course, @Nullable BigDecimal after, int limit) {
        return sql.query(LIST, Section::read, course.value(), after, limit);
    }

    void add(SectionId id, CourseId course, String title, BigDecimal rank) {
        sql.update(
                "insert into section (id, course_id, title, rank) values (?, ?, ?, ?)",
                id.value(),
                course.value(),
                title,
                rank);
    }

    void change(SectionId id, String title, BigDecimal rank) {
        sql.update(
                "update section set title = ?, rank = ?, version = version + 1 where id = ?", title, rank, id.value());
    }

    /** With all its lessons. */
    void remove(SectionId id) {
        sql.update("delete from section where id = ?", id.value());
    }
}
