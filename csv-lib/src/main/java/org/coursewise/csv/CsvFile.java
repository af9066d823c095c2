package org.coursewise.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180) in UTF-8 with a header, read row by row. */
public final class CsvFile implements Closeable {

    private static final int LONGEST_ROW = 1 << 20;

    private final RowGuard guard;
    private final CsvReader<NamedCsvRecord> reader;

    public CsvFile(InputStream bytes) {
        try {
            guard = new RowGuard(new InputStreamReader(withoutBom(bytes), decoder()), LONGEST_ROW);
            reader = CsvReader.builder()
                    .detectBomHeader(false)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(2 * LONGEST_ROW)
                    .ofNamedCsvRecord(guard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives each row to the taker. One that lacks its last cells has empty ones there; asking a row for a cell tells when
     * it has more cells than the header, is too long, or has a quote that is never closed or out of place.
     *
     * @throws BadFileException when columns are missing or named twice, or the header is too long or has no end
     */
    public void read(List<String> requiredColumns, Consumer<CsvRow> taker) {
        Iterator<NamedCsvRecord> rows = reader.iterator();
        var isFirst = true;
        var line = 1L;
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                if (isFirst) {
                    if (guard.wasAnyCutBefore(row.getStartingLineNumber())) {
                        throw new BadFileException("The header is longer than " + LONGEST_ROW + " characters.");
                    }
                    demandColumns(row.getHeader(), requiredColumns);
                    isFirst = false;
                }
                line = guard.lineOf(row.getStartingLineNumber());
                taker.accept(new CsvRow(row, line, complaint(row, !rows.hasNext())));
            }
            if (isFirst && guard.endsInsideQuotes()) {
                throw new BadFileException("The header opens a quote that is never closed.");
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new BadFileException("The file cannot be read beyond line " + line + ": " + reason(e));
        }
    }

    private @Nullable String complaint(NamedCsvRecord row, boolean isLast) {
        if (guard.wasCut(row.getStartingLineNumber())) {
            return "is longer than " + LONGEST_ROW + " characters";
        }
        if (guard.wasMisquoted(row.getStartingLineNumber())) {
            return "has something between a closing quote and the next comma; inside quotes, write a quote twice";
        }
        if (isLast && guard.endsInsideQuotes()) {
            return "opens a quote that is never closed; all that follows in the file was read as one cell";
        }
        var columns = row.getHeader().size();
        return row.getFieldCount() > columns
                ? "has " + row.getFieldCount() + " cells where the header has " + columns
                        + "; a cell with a comma needs quotes"
                : null;
    }

    /** @throws BadFileException when a column is missing */
    private static void demandColumns(List<String> header, List<String> required) {
        for (var column : required) {
            if (!header.contains(column)) {
                throw new BadFileException(
                        "The header has no column " + column + "; the first line of a file in UTF-8 names"
                                + " the columns, in just these letters, and needs " + String.join(",", required) + ".");
            }
        }
    }

    private static String reason(RuntimeException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    /** Marks what is no UTF-8 by a sign that is no text, so that what somebody else's decoder marked is told from it. */
    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(CsvRow.NOT_UTF_8));
    }

    private static InputStream withoutBom(InputStream bytes) throws IOException {
        var pushback = new PushbackInputStream(bytes, 3);
        var start = pushback.readNBytes(3);
        if (!Header.startsWithBom(start)) {
            pushback.unread(start);
        }
        return pushback;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
