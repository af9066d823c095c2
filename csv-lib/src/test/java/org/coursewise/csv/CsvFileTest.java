package org.coursewise.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final List<String> COLUMNS = List.of("learner", "course_code");

    @Test
    void rowsAreReadByTheNamesInTheHeaderWithTheLinesTheyBeginOn() throws IOException {
        var file =
                "\uFEFFignored,course_code,learner\r\nx,ALG-1,ada\r\n\"two\nlines\",\"B,\"\"2\"\"\",bob\r\ny,C-3,carl\r\n";
        assertThat(read(
                        file.getBytes(UTF_8),
                        row -> row.line() + " " + row.required("learner", 9) + " " + row.required("course_code", 9)))
                .containsExactly("2 ada ALG-1", "3 bob B,\"2\"", "5 carl C-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner\nada", "Learner,course_code\na,b", "learner,course_code,learner\na,b,c"})
    void aFileWithoutItsColumnsCannotBeRead(String file) {
        assertThatThrownBy(() -> read(file.getBytes(UTF_8), CsvRow::line))
                .isInstanceOf(BadFileException.class)
                .message()
                .containsIgnoringCase("header");
    }

    @Test
    void aRowThatIsTooLongIsRefusedByItsLineAndTheOthersAreRead() throws IOException {
        var long1 = "x".repeat(2 << 20);
        var file = "learner,course_code\na,b\n" + long1 + ",c\nd,\"" + long1 + "\n\"\"y\"\"\n\",e\r\nf,g\n\"h\nh\",i\n";
        assertThat(read(file.getBytes(UTF_8), CsvFileTest::shown))
                .containsExactly(
                        "2 a b",
                        "3 is longer than 1048576 characters",
                        "4 is longer than 1048576 characters",
                        "7 f g",
                        "8 h\nh i");
    }

    @Test
    void aRowHasAtMostAsManyCellsAsTheHeader() throws IOException {
        assertThat(read("learner,course_code,at\na,b\nc,d,,e\nf,g,\n".getBytes(UTF_8), CsvFileTest::shown))
                .containsExactly(
                        "2 a b", "3 has 4 cells where the header has 3; a cell with a comma needs quotes", "4 f g");
    }

    @Test
    void aQuoteThatIsNeverClosedIsTold() throws IOException {
        assertThat(read("learner,course_code\na,b\nc,\"d\ne,f\ng,h\n".getBytes(UTF_8), CsvFileTest::shown))
                .containsExactly(
                        "2 a b",
                        "3 opens a quote that is never closed; all that follows in the file was read as one cell");
    }

    @Test
    void aQuoteThatIsClosedTooEarlyCostsItsRowAlone() throws IOException {
        assertThat(read(
                        "learner,course_code\na,b\n\"c\" ,d\n\"e \"f\" g\",h\ni,j\n".getBytes(UTF_8),
                        CsvFileTest::shown))
                .containsExactly(
                        "2 a b",
                        "3 has something between a closing quote and the next comma; inside quotes, write a quote twice",
                        "4 has something between a closing quote and the next comma; inside quotes, write a quote twice",
                        "5 i j");
    }

    @Test
    void aHeaderWithAnOpenQuoteIsTheEndOfTheFile() {
        assertThatThrownBy(() -> read("learner,\"course_code\na,b\n".getBytes(UTF_8), CsvRow::line))
                .isInstanceOf(BadFileException.class)
                .hasMessage("The header opens a quote that is never closed.");
    }

    @Test
    void aHeaderThatIsTooLongIsRefusedWhereverItBegins() {
        for (var start : List.of("", "\n\n")) {
            var file = start + "learner,course_code," + "x".repeat(2 << 20) + "\na,b\n";
            assertThatThrownBy(() -> read(file.getBytes(UTF_8), CsvRow::line))
                    .isInstanceOf(BadFileException.class)
                    .hasMessage("The header is longer than 1048576 characters.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3f", "0x10", "1e3", "-1", "0", "many", "Infinity"})
    void aNumberIsOneInFigures(String cell) {
        assertThatThrownBy(() -> read(
                        ("learner,course_code,capacity\na,b," + cell).getBytes(UTF_8), row -> row.positive("capacity")))
                .isInstanceOf(BadRowException.class)
                .hasMessage("capacity: must be a number above 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c\td", "c\u007F", "c\nd"})
    void aListHoldsNoControlCharacters(String cell) {
        assertThatThrownBy(() -> read(
                        ("learner,course_code,tags\na,b,\"" + cell + "e\"").getBytes(UTF_8),
                        row -> row.list("tags", 9, 9)))
                .isInstanceOf(BadRowException.class)
                .hasMessageStartingWith("tags: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\"", "a\"a,b", "a,\"b\"\"\"", "a,\"b\n\"", "\"\"\"a\",b"})
    void aQuoteInsideACellIsNotOneThatIsNeverClosed(String row) throws IOException {
        assertThat(read(("learner,course_code\n" + row).getBytes(UTF_8), CsvFileTest::shown))
                .singleElement()
                .asString()
                .startsWith("2 ")
                .doesNotContain("closed");
    }

    private static String shown(CsvRow row) {
        try {
            row.check();
            return row.line() + " " + row.paragraphs("learner", 9).orElse("") + " " + row.required("course_code", 9);
        } catch (BadRowException e) {
            return row.line() + " " + e.getMessage();
        }
    }

    @Test
    void whatIsNotUtf8IsRefusedByItsColumn() {
        assertThatThrownBy(() ->
                        read("learner,course_code\nJörg,b\n".getBytes(ISO_8859_1), row -> row.required("learner", 9)))
                .isInstanceOf(BadRowException.class)
                .hasMessage("learner: is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, 2026-11-23T00:00:00Z", "2026-11-23T10:00:00+02:00, 2026-11-23T08:00:00Z"})
    void aDateOrAnInstantIsAMoment(String cell, Instant moment) throws IOException {
        assertThat(read(("learner,course_code,at\na,b," + cell).getBytes(UTF_8), row -> row.instant("at")))
                .containsExactly(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "23.11.2026", "2026-13-01", "+1000000-01-01T00:00:00Z"})
    void anythingElseIsNone(String cell) {
        assertThatThrownBy(
                        () -> read(("learner,course_code,at\na,b," + cell).getBytes(UTF_8), row -> row.instant("at")))
                .isInstanceOf(BadRowException.class)
                .hasMessageStartingWith("at: must be a date");
    }

    @Test
    void aListStandsInOneCell() throws IOException {
        assertThat(read("learner,course_code,tags\na,b,x| y ||x".getBytes(UTF_8), row -> row.list("tags", 9, 9)
                        .orElseThrow()))
                .containsExactly(List.of("x", "y"));
    }

    @Test
    void aListMayBeSeparatedByCommas() throws IOException {
        assertThat(read(
                        "learner,course_code,subjects\na,b,\"x, y,,x\"".getBytes(UTF_8),
                        row -> row.commaList("subjects", 9, 9).orElseThrow()))
                .containsExactly(List.of("x", "y"));
    }

    @Test
    void textCanBeTakenAsItStands() throws IOException {
        var text = " \n'=1,\u0001 \uFFFD\r\n\t ";
        assertThat(read(
                        ("learner,course_code\na,\"" + text + "\"\n").getBytes(UTF_8),
                        row -> row.verbatim("course_code", 20).orElseThrow()))
                .containsExactly(text);
        assertThat(read("learner,course_code\na,\n".getBytes(UTF_8), row -> row.verbatim("course_code", 9)))
                .containsExactly(Optional.empty());
        for (var cell : List.of("\0", "0123456789")) {
            assertThatThrownBy(() -> read(
                            ("learner,course_code\na," + cell).getBytes(UTF_8), row -> row.verbatim("course_code", 9)))
                    .as(cell)
                    .isInstanceOf(BadRowException.class);
        }
        assertThatThrownBy(() ->
                        read("learner,course_code\na,ö\n".getBytes(ISO_8859_1), row -> row.verbatim("course_code", 9)))
                .isInstanceOf(BadRowException.class)
                .hasMessage("course_code: is not UTF-8");
    }

    @Test
    void aNumberHasAsManyFiguresAsItNeeds() throws IOException {
        for (var number : List.of(1.0 / 3, 1.0 / 30, Double.MIN_VALUE, Double.MAX_VALUE)) {
            var cell = BigDecimal.valueOf(number).toPlainString();
            assertThat(read(("learner,course_code,hours\na,b," + cell).getBytes(UTF_8), row -> row.positive("hours")
                            .orElseThrow()))
                    .containsExactly(number);
        }
        assertThat(read("learner,course_code,seats\na,b,3.0".getBytes(UTF_8), row -> row.whole("seats")))
                .containsExactly(Optional.of(3));
        assertThatThrownBy(() -> read("learner,course_code,seats\na,b,3.5".getBytes(UTF_8), row -> row.whole("seats")))
                .hasMessage("seats: must be a whole number above 0");
    }

    private static <T> List<T> read(byte[] bytes, Function<CsvRow, T> reading) throws IOException {
        var read = new ArrayList<T>();
        try (var file = new CsvFile(new ByteArrayInputStream(bytes))) {
            file.read(COLUMNS, row -> read.add(reading.apply(row)));
        }
        return read;
    }
}
