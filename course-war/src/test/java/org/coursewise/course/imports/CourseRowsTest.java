package org.coursewise.course.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import org.coursewise.csv.BadRowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void timesOfWhatHasHappenedAreTaken() throws IOException {
        var course = read("ALG-1,Algebra,12.5,2026-10-01,2026-10-02T08:00:00Z");
        assertThat(course.durationHours()).isEqualTo(12.5);
        assertThat(course.createdAt()).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
        assertThat(course.publishedAt()).isEqualTo(Instant.parse("2026-10-02T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "'c,t,,2026-11-03,', createdAt: lies in the future",
        "'c,t,,,9000-01-01', publishedAt: lies in the future",
        "'c,t,,1899-12-31,', createdAt: must be from 1900 to 9999",
        "'c,t,100001,,', durationHours: must be at most 100000"
    })
    void anythingElseIsNoCourse(String row, String complaint) {
        assertThatThrownBy(() -> read(row)).isInstanceOf(BadRowException.class).hasMessage(complaint);
    }

    private static StagedCourse read(String row) throws IOException {
        var csv = "code,title,durationHours,createdAt,publishedAt\n" + row;
        return CsvRows.read(csv, each -> StagedCourse.of(each, NOW)).get(0);
    }
}
