package org.coursewise.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1+1"})
    void whatASpreadsheetWouldTakeForAFormulaIsText(String cell) throws IOException {
        assertThat(written(List.of("x", cell)).replace("\"", "")).isEqualTo("a,b\r\nx,'" + cell + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "'=1+1", "''=1+1", "'quoted'", "''", "@a|b", "-", "1-1", "a,\"b\"\nc", "\uFF1D1"})
    void whatIsWrittenIsReadAgainAsItWas(String cell) throws IOException {
        var read = new ArrayList<String>();
        var bytes = written(List.of("x", cell)).getBytes(StandardCharsets.UTF_8);
        try (var file = new CsvFile(new ByteArrayInputStream(bytes))) {
            file.read(List.of("a", "b"), row -> read.add(row.paragraphs("b", 99).orElse("")));
        }
        assertThat(read).containsExactly(cell);
    }

    @Test
    void aFormulaBehindApostrophesOfItsOwnGetsOneMore() throws IOException {
        assertThat(written(List.of("'=1", "'a"))).isEqualTo("a,b\r\n''=1,'a\r\n");
    }

    @Test
    void whatIsNoFormulaStaysAsItIs() throws IOException {
        assertThat(written(List.of("a=b", "{\"n\": \"1, 2\"}")))
                .isEqualTo("a,b\r\na=b,\"{\"\"n\"\": \"\"1, 2\"\"}\"\r\n");
    }

    private static String written(List<String> cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var sheet = new CsvSheet(bytes, "a", "b");
        sheet.write(cells);
        sheet.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
