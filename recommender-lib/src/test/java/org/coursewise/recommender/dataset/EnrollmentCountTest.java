package org.coursewise.recommender.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrollmentCountTest {

    @TempDir
    Path folder;

    @Test
    void countsWhatCanBeUsed() throws Exception {
        var enrollments = folder.resolve("enrollments.csv");
        var courses = folder.resolve("courses.csv");
        Files.writeString(enrollments, "learner,course_code\nu1,c1\nu1,c2\nu2,c1\nu2,c1\n,c1\nu3,\n");
        Files.writeString(courses, "code,title\nc1,One\nc3,Three\n");
        assertThat(EnrollmentCount.of(enrollments, courses)).isEqualTo(new EnrollmentCount(4, 2, 2, 3));
    }

    @Test
    void manyAreCountedWithinAHundredth() {
        var count = new DistinctCount();
        for (int twice = 0; twice < 2; twice++) {
            for (int u = 0; u < 2_000_000; u++) {
                count.add("learner-" + u);
            }
        }
        assertThat(count.estimate()).isBetween(1_980_000L, 2_020_000L);
    }
}
