package org.coursewise.benchmarks.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class GeneratedLearnersTest {

    private final GeneratedLearners learners = new GeneratedLearners(300);

    @Test
    void thereAreAsManyEnrolmentsAsAskedForAndTheSameAtEachRun() throws IOException {
        var rows = new StringBuilder();
        var again = new StringBuilder();
        var count = learners.writeEnrollments(rows, 5_000);
        new GeneratedLearners(300).writeEnrollments(again, 5_000);
        assertThat(rows.toString().lines()).hasSizeBetween(5_001, 5_201);
        assertThat(count).isBetween(300, 600);
        assertThat(again.toString()).isEqualTo(rows.toString());
    }

    @Test
    void noLearnerTakesACourseTwice() throws IOException {
        var rows = new StringBuilder();
        learners.writeEnrollments(rows, 5_000);
        assertThat(rows.toString().lines().map(row -> row.substring(0, row.lastIndexOf(','))))
                .doesNotHaveDuplicates();
    }

    @Test
    void theMeanIsAboutWhatIsAskedFor() throws IOException {
        var rows = new StringBuilder();
        var count = GeneratedLearners.ofMean(3_000, 60).writeEnrollments(rows, 30_000);
        assertThat(30_000.0 / count).isBetween(54.0, 66.0);
    }

    @Test
    void eachCourseIsARowOfSixCells() throws IOException {
        var rows = new StringBuilder();
        learners.writeCourses(rows);
        assertThat(rows.toString().lines()).hasSize(301).allSatisfy(row -> assertThat(row.split(",", -1))
                .hasSize(6));
    }
}
