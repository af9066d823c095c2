package org.coursewise.course.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTermsTest {

    @ParameterizedTest
    @CsvSource({
        "Linear Algebra, linear algebra",
        "Über Größen, uber grossen",
        "高等数学, 高等 等数 数学",
        "データベース入門, デー ータ タベ ベー ース ス入 入門",
        "C++ & O'Brien's, c obriens",
        "'', ''",
    })
    void textBecomesWordsToFindItBy(String text, String terms) {
        assertThat(SearchTerms.of(text).stream().map(SearchTerms.Word::plain).collect(Collectors.joining(" ")))
                .isEqualTo(terms);
    }
}
