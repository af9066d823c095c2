package org.coursewise.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes CSV (RFC 4180) in UTF-8 that a spreadsheet opens as text: a cell that it would take for a formula gets an
 * apostrophe in front (OWASP, CSV Injection).
 */
public final class CsvSheet implements Flushable {

    /** What a formula begins with, in the wide forms of East Asian keyboards too. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final CsvWriter rows;

    /** @param header the names of the columns */
    public CsvSheet(OutputStream into, String... header) {
        rows = CsvWriter.builder().build(new BufferedWriter(new OutputStreamWriter(into, StandardCharsets.UTF_8)));
        write(Arrays.asList(header));
    }

    /** @throws UncheckedIOException when whoever reads it has gone */
    public void write(List<String> cells) {
        rows.writeRecord(cells.stream().map(CsvSheet::asText).toList());
    }

    private static String asText(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void flush() throws IOException {
        rows.flush();
    }
}
