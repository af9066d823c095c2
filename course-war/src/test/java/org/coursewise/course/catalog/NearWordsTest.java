package org.coursewise.course.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearWordsTest {

    @ParameterizedTest
    @CsvSource({
        "algebra, algebra, 0",
        "algbera, algebra, 1",
        "databse, database, 1",
        "pythonn, python, 1",
        "kitten, sitting, 3",
    })
    void mistakesAreCounted(String typed, String meant, int mistakes) {
        assertThat(NearWords.distance(typed, meant)).isEqualTo(mistakes);
        assertThat(NearWords.distance(meant, typed)).isEqualTo(mistakes);
    }

    @ParameterizedTest
    @CsvSource({"algbera, algebra, true", "algae, algebra, false", "mathmetics, mathematics, true"})
    void longWordsMayHaveTwo(String typed, String meant, boolean isNear) {
        assertThat(NearWords.isNear(typed, meant)).isEqualTo(isNear);
    }

    @ParameterizedTest
    @CsvSource({"algebra, true", "sql, false", "alg7, false", "数学数学, true"})
    void figuresAndShortWordsAreMeantAsTheyAre(String word, boolean areFor) {
        assertThat(NearWords.areFor(word)).isEqualTo(areFor);
    }
}
