package org.coursewise.course.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** A CSV file (RFC 4180) in UTF-8 with a header, read row by row. */
final class CsvFile implements Closeable {

    private static final int LONGEST_ROW = 1 << 20;

    private final CsvReader<NamedCsvRecord> reader;

    CsvFile(InputStream bytes) {
        try {
            reader = CsvReader.builder()
                    .detectBomHeader(false)
                    .maxBufferSize(LONGEST_ROW)
                    .ofNamedCsvRecord(new InputStreamReader(withoutBom(bytes), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws BadFileException when columns are missing, named twice, or a row is too long to be one
     */
    void read(List<String> requiredColumns, Consumer<CsvRow> taker) {
        Iterator<NamedCsvRecord> rows = reader.iterator();
        var isFirst = true;
        var line = 1L;
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                if (isFirst) {
                    demandColumns(row.getHeader(), requiredColumns);
                    isFirst = false;
                }
                line = row.getStartingLineNumber();
                taker.accept(new CsvRow(row));
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new BadFileException("The file cannot be read beyond line " + line + ": " + reason(e));
        }
    }

    /** @throws BadFileException when a column is missing */
    private static void demandColumns(List<String> header, List<String> required) {
        for (var column : required) {
            if (!header.contains(column)) {
                throw new BadFileException("The header has no column " + column + "; it needs "
                        + String.join(",", required) + " and names columns in its first line.");
            }
        }
    }

    private static String reason(RuntimeException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    private static InputStream withoutBom(InputStream bytes) throws IOException {
        var pushback = new PushbackInputStream(bytes, 3);
        var start = pushback.readNBytes(3);
        var isBom = start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        if (!isBom) {
            pushback.unread(start);
        }
        return pushback;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
