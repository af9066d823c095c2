package org.coursewise.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
