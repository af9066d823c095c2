package org.coursewise.recommender.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file (RFC 4180, UTF-8 with or without a mark, gzip by its first bytes) whose first line names the columns.
 * Columns are found by name, whatever their order and case; the others are ignored.
 */
public final class CsvTable {

    private CsvTable() {}

    /** A row: cells by the name of their column, without white space around them, empty when there is none. */
    public static final class Row implements Cells {

        private final CsvRecord cells;
        private final Map<String, Integer> columns;

        private Row(CsvRecord cells, Map<String, Integer> columns) {
            this.cells = cells;
            this.columns = columns;
        }

        @Override
        public String get(String column) {
            var at = columns.get(column);
            return at == null || at >= cells.getFieldCount()
                    ? ""
                    : cells.getField(at).strip();
        }
    }

    /** Takes a row or says why not. */
    public interface Reader {
        /** @throws IllegalArgumentException with the reason for which the row is skipped */
        void take(Row row);
    }

    /**
     * Reads a file row by row.
     *
     * @throws UnusableDataException when the file cannot be read to its end or a required column is missing
     */
    public static void read(Path file, List<String> required, SkippedRows skipped, Reader reader)
            throws UnusableDataException {
        try (var stream = open(file);
                var csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .skipEmptyLines(true)
                        .ofCsvRecord(new InputStreamReader(
                                stream,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                throw new UnusableDataException(
                        file + " is empty; its first line must name the columns " + String.join(", ", required));
            }
            var columns = columns(file, records.next(), required);
            while (records.hasNext()) {
                var cells = records.next();
                try {
                    reader.take(new Row(cells, columns));
                } catch (IllegalArgumentException e) {
                    skipped.add(String.valueOf(file.getFileName()), cells.getStartingLineNumber(), e.getMessage() + "");
                }
            }
        } catch (NoSuchFileException e) {
            throw new UnusableDataException("There is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new UnusableDataException(file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new UnusableDataException("Cannot read " + file + ": " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new UnusableDataException(
                    e.getCause() instanceof CharacterCodingException
                            ? file + " is not UTF-8"
                            : "Cannot read " + file + ": " + e.getMessage(),
                    e);
        } catch (CsvParseException e) {
            throw new UnusableDataException(file + " is not CSV: " + e.getMessage(), e);
        }
    }

    private static Map<String, Integer> columns(Path file, CsvRecord header, List<String> required)
            throws UnusableDataException {
        var columns = new HashMap<String, Integer>();
        for (int c = 0; c < header.getFieldCount(); c++) {
            columns.putIfAbsent(header.getField(c).strip().toLowerCase(Locale.ROOT), c);
        }
        var missing =
                required.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new UnusableDataException(file + " has no column " + String.join(", ", missing)
                    + "; its first line is: " + String.join(",", header.getFields()));
        }
        return columns;
    }

    private static InputStream open(Path file) throws IOException {
        var stream = new PushbackInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), 3);
        byte[] start = stream.readNBytes(2);
        stream.unread(start);
        boolean gzip = start.length == 2 && start[0] == (byte) 0x1f && start[1] == (byte) 0x8b;
        return withoutMark(gzip ? new PushbackInputStream(new GZIPInputStream(stream, 1 << 16), 3) : stream);
    }

    private static InputStream withoutMark(PushbackInputStream stream) throws IOException {
        byte[] start = stream.readNBytes(3);
        boolean mark =
                start.length == 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf;
        if (!mark) {
            stream.unread(start);
        }
        return stream;
    }
}
