package org.coursewise.course.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.coursewise.csv.CsvFile;
import org.coursewise.csv.CsvRow;
import org.jspecify.annotations.Nullable;

/** What is read of each row of a file. */
final class CsvRows {

    private CsvRows() {}

    static <T extends @Nullable Object> List<T> read(String csv, Function<CsvRow, T> reading) throws IOException {
        var read = new ArrayList<T>();
        try (var file = new CsvFile(new ByteArrayInputStream(csv.getBytes(UTF_8)))) {
            file.read(List.of(), row -> read.add(reading.apply(row)));
        }
        return read;
    }
}
