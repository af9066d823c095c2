package org.coursewise.benchmarks.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneratedCourseTest {

    @Test
    void aNumberAlwaysMeansTheSameCourse() {
        assertThat(GeneratedCourse.of(17)).isEqualTo(GeneratedCourse.of(17)).isNotEqualTo(GeneratedCourse.of(18));
    }

    @Test
    void halfOfThemAreEnglishAndSomeChinese() {
        var languages = IntStream.range(0, 1_000)
                .mapToObj(number -> GeneratedCourse.of(number).language())
                .collect(Collectors.groupingBy(tag -> tag, Collectors.counting()));
        assertThat(languages.get("en")).isBetween(400L, 600L);
        assertThat(languages.get("zh-Hans")).isBetween(100L, 300L);
    }

    @Test
    void aFrequentWordIsInEveryFifthAndARareOneInFew() {
        assertThat(with("energy")).isBetween(100L, 300L);
        assertThat(with("nanotronics")).isBetween(1L, 30L);
    }

    private static long with(String word) {
        return IntStream.range(0, 1_000)
                .mapToObj(GeneratedCourse::of)
                .filter(course -> course.description().contains(word))
                .count();
    }
}
