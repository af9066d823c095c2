package org.coursewise.course.curriculum;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.coursewise.course.catalog.CourseId;

/** A section of a course, with the place it has at the moment. */
record Section(SectionId id, CourseId course, String title, int position, BigDecimal rank, long version) {

    static Section read(ResultSet row) throws SQLException {
        return new Section(
                new SectionId(row.getObject("id", UUID.class)),
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getString("title"),
                row.getInt("position"),
                row.getBigDecimal("rank"),
                row.getLong("version"));
    }

    /** What an editor may change. */
    SectionFields fields() {
        return new SectionFields(title, position);
    }
}
