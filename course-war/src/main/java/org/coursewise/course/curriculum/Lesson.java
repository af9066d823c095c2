package org.coursewise.course.curriculum;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A lesson of a section, with the place it has at the moment. */
record Lesson(
        LessonId id,
        SectionId section,
        String title,
        LessonKind kind,
        String content,
        int position,
        BigDecimal rank,
        long version) {

    static Lesson read(ResultSet row) throws SQLException {
        return new Lesson(
                new LessonId(row.getObject("id", UUID.class)),
                new SectionId(row.getObject("section_id", UUID.class)),
                row.getString("title"),
                LessonKind.ofWireName(row.getString("kind")),
                row.getString("content"),
                row.getInt("position"),
                row.getBigDecimal("rank"),
                row.getLong("version"));
    }

    /** What an editor may change. */
    LessonFields fields() {
        return new LessonFields(title, kind, content, position);
    }
}
