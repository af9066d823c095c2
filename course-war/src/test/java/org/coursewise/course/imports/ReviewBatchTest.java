package org.coursewise.course.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.coursewise.csv.BadRowException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewBatchTest {

    @Test
    void starsAreWholeNumbersFromOneToFive() throws Exception {
        assertThat(stars("1")).isEqualTo(1);
        assertThat(stars("5")).isEqualTo(5);
        assertThat(stars("4.0")).isEqualTo(4);
    }

    @Test
    void anythingElseIsRefused() {
        for (var cell : List.of("", "0", "6", "4.5", "-1", "five", "1e0", "99999999999")) {
            assertThatThrownBy(() -> stars(cell)).as(cell).isInstanceOf(BadRowException.class);
        }
    }

    @Test
    void whenItWasFirstWrittenIsNotAfterWhenItWasLast() throws Exception {
        assertThat(firstAt("2026-01-02", "2026-01-01")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(firstAt("2026-01-02", "2026-01-02")).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(firstAt("2026-01-02", "")).isNull();
        for (var at : List.of("", "2026-01-01")) {
            assertThatThrownBy(() -> firstAt(at, "2026-01-02")).as(at).isInstanceOf(BadRowException.class);
        }
    }

    private static @Nullable Instant firstAt(String at, String writtenAt) throws Exception {
        var csv = "at,written_at,learner\n" + at + "," + writtenAt + ",l\n";
        return CsvRows.<@Nullable Instant>read(csv, row -> ReviewBatch.firstAt(row, row.instant("at")))
                .get(0);
    }

    private static int stars(String cell) throws Exception {
        return CsvRows.read("learner,rating\nl," + cell + "\n", ReviewBatch::stars)
                .get(0);
    }
}
