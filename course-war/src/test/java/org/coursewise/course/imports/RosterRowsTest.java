package org.coursewise.course.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterRowsTest {

    private static final String ENROLLMENT = "classSourcedId,userSourcedId,role,status,beginDate,endDate,"
            + "metadata.coursewise.enrolledAt,metadata.coursewise.completedAt,metadata.coursewise.status\n";

    @Test
    void aStudentIsEnrolledFromTheBeginOnAndTheEndCompletesNothing() throws IOException {
        assertThat(read(ENROLLMENT + "c,u,student,active,2026-09-01,2027-06-30,,,", RosterRowsTest::enrollment))
                .isEqualTo(new StagedEnrollment(
                        2, "u", "c", Instant.parse("2026-09-01T00:00:00Z"), null, "active", false, null));
    }

    @Test
    void columnsOfOurOwnSayMore() throws IOException {
        var moment = Instant.parse("2026-09-01T08:00:00Z");
        assertThat(read(
                        ENROLLMENT + "c,u,student,,2026-09-01,,2026-09-01T08:00:00Z,2026-09-01T08:00:00Z,",
                        RosterRowsTest::enrollment))
                .isEqualTo(new StagedEnrollment(2, "u", "c", moment, moment, "completed", false, null));
        assertThat(read(ENROLLMENT + "c,u,student,,,,,,waiting", RosterRowsTest::enrollment))
                .isEqualTo(new StagedEnrollment(2, "u", "c", null, null, "waiting", false, null));
    }

    @Test
    void whatIsToBeDeletedIsGivenUpWheneverItWasMade() throws IOException {
        assertThat(read(ENROLLMENT + "c,u,student,tobedeleted,2026-09-01,,,,", RosterRowsTest::enrollment))
                .isEqualTo(new StagedEnrollment(2, "u", "c", null, null, "cancelled", true, null));
    }

    @ParameterizedTest
    @CsvSource({
        "'c,u,teacher,,,,,,', role: must be student",
        "'c,u,,,,,,,', role: is empty",
        "'c,u,student,gone,,,,,', status: must be active",
        "'c,u,student,,,,,2026-01-01,waiting', metadata.coursewise.status: must be completed",
        "'c,u,student,,,,,2026-11-03,', metadata.coursewise.completedAt: lies in the future",
        "'c,u,student,,,,2027-01-01,,', metadata.coursewise.enrolledAt: lies in the future"
    })
    void anythingElseIsNoEnrollment(String row, String complaint) {
        assertThatThrownBy(() -> read(ENROLLMENT + row, RosterRowsTest::enrollment))
                .isInstanceOf(BadRowException.class)
                .hasMessageStartingWith(complaint);
    }

    @Test
    void aCourseIsKnownByItsCodeOrElseByItsSourcedId() throws IOException {
        var header = "sourcedId,title,courseCode,subjects,status\n";
        var coded = read(header + "s-1,T,C-1,\"a, b\",active", StagedCourse::ofRoster);
        assertThat(coded.code()).isEqualTo("C-1");
        assertThat(coded.sourcedId()).isEqualTo("s-1");
        assertThat(coded.categories()).isEqualTo(List.of("a", "b"));
        assertThat(coded.onlyChanges()).isFalse();
        var gone = read(header + "s-2,T,,,tobedeleted", StagedCourse::ofRoster);
        assertThat(gone.code()).isEqualTo("s-2");
        assertThat(gone.published()).isFalse();
        assertThat(gone.onlyChanges()).isTrue();
    }

    private static StagedEnrollment enrollment(CsvRow row) {
        return StagedEnrollment.ofRoster(row, Instant.parse("2026-11-01T00:00:00Z"));
    }

    private static <T> T read(String csv, Function<CsvRow, T> reading) throws IOException {
        return CsvRows.read(csv, reading).get(0);
    }
}
