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
 * apostrophe in front, which {@link CsvFile} takes off again.
 */
public final class CsvSheet implements Flushable {

    private final CsvWriter rows;

    /** @param header the names of the columns */
    public CsvSheet(OutputStream into, String... header) {
        rows = CsvWriter.builder().build(new BufferedWriter(new OutputStreamWriter(into, StandardCharsets.UTF_8)));
        write(Arrays.asList(header));
    }

    /** @throws UncheckedIOException when whoever reads it has gone */
    public void write(List<String> cells) {
        rows.writeRecord(cells.stream().map(Formulas::escape).toList());
    }

    @Override
    public void flush() throws IOException {
        rows.flush();
    }
}
