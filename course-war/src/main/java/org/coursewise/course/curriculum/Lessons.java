package org.coursewise.course.curriculum;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;

/** All lessons. */
@ApplicationScoped
class Lessons {

    /** Bytes of content on a page: one ends early rather than to be larger, unless its first lesson is. */
    private static final int PAGE_BYTES = 2 * 1024 * 1024;

    private static final String FIND = """
            select *, (select count(*) from lesson as earlier where earlier.section_id = lesson.section_id
                and (earlier.rank, earlier.id) <= (lesson.rank, lesson.id)) as position
            from lesson where id = ?
            """;

    /** What does not fit comes without its content: it tells that there is more. */
    private static final String LIST = """
            select id, section_id, title, kind, case when fits then content else '' end as content, position, rank, version, fits
            from (
                select *, row_number() over following = 1 or sum(octet_length(content)) over following <= ? as fits
                from (select *, row_number() over (order by rank, id) as position from lesson where section_id = ?) as placed
                where rank > coalesce(?::numeric, '-infinity')
                window following as (order by rank, id)
                order by rank, id limit ?) as page
            order by rank, id
            """;

    @Inject
    Sql sql;

    /** A row of a page, and whether the page has room for it. */
    private record Candidate(Lesson lesson, boolean fits) {}

    Optional<Lesson> find(LessonId id) {
        return sql.query(FIND, Lesson::read, id.value()).stream().findFirst();
    }

    Page<Lesson> list(SectionId section, PageRequest page) {
        var after = page.after(RankPosition.class).map(RankPosition::value).orElse(null);
        var rows = sql.query(
                LIST,
                row -> new Candidate(Lesson.read(row), row.getBoolean("fits")),
                PAGE_BYTES,
                section.value(),
                after,
                page.rowsToFetch());
        var fitting = (int) rows.stream().filter(Candidate::fits).count();
        var size = Math.min(Math.max(fitting, 1), page.limit());
        var shown = rows.subList(0, Math.min(rows.size(), size + 1));
        return Page.of(
                        shown,
                        PageRequest.of(Integer.toString(size), null),
                        row -> RankPosition.of(row.lesson().rank()))
                .map(Candidate::lesson);
    }

    void add(LessonId id, SectionId section, LessonFields fields, BigDecimal rank) {
        sql.update(
                "insert into lesson (id, section_id, title, kind, content, rank) values (?, ?, ?, ?, ?, ?)",
                id.value(),
                section.value(),
                fields.title(),
                fields.kind().wireName(),
                fields.text(),
                rank);
    }

    void change(LessonId id, LessonFields fields, BigDecimal rank) {
        sql.update(
                "update lesson set title = ?, kind = ?, content = ?, rank = ?, version = version + 1 where id = ?",
                fields.title(),
                fields.kind().wireName(),
                fields.text(),
                rank,
                id.value());
    }

    /** With what learners completed of it. */
    void remove(LessonId id) {
        sql.update("delete from lesson where id = ?", id.value());
    }
}
