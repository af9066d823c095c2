package org.coursewise.localstack.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleLearnersTest {

    @Test
    void thereAreTenCoursesInEachOfTwelveCategories() {
        var byCategory = SampleCatalogue.courses().stream().collect(Collectors.groupingBy(SampleCourse::category));
        assertThat(byCategory).hasSize(12).allSatisfy((category, courses) -> assertThat(courses)
                .hasSize(10));
        assertThat(SampleCatalogue.courses()).allMatch(course -> course.level() >= 0);
    }

    @Test
    void theSameSeedMakesTheSameLearners() {
        var once = new SampleLearners(SampleCatalogue.courses(), 1).csv();
        assertThat(new SampleLearners(SampleCatalogue.courses(), 1).csv()).isEqualTo(once);
        assertThat(new SampleLearners(SampleCatalogue.courses(), 2).csv()).isNotEqualTo(once);
    }

    @Test
    void everyLearnerTakesSomeCoursesAndNoneTwice() {
        var rows = new SampleLearners(SampleCatalogue.courses(), 1)
                .csv()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        var byLearner = rows.stream()
                .collect(Collectors.groupingBy(row -> row[0], Collectors.mapping(row -> row[1], Collectors.toList())));
        assertThat(byLearner).hasSize(SampleLearners.LEARNERS).allSatisfy((learner, codes) -> assertThat(codes)
                .doesNotHaveDuplicates()
                .hasSizeBetween(3, 14));
    }
}
