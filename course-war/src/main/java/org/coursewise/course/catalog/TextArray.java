package org.coursewise.course.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;

/** A list of texts as PostgreSQL's {@code text[]}. */
@Converter
public final class TextArray implements AttributeConverter<List<String>, Object> {

    @Override
    public Object convertToDatabaseColumn(List<String> texts) {
        return new ArrayLiteral(texts);
    }

    @Override
    public List<String> convertToEntityAttribute(Object column) {
        if (column instanceof String[] texts) {
            return List.of(texts);
        }
        try {
            return List.of((String[]) ((Array) column).getArray());
        } catch (SQLException e) {
            throw new IllegalStateException("Could not read a text[]", e);
        }
    }
}
