package org.coursewise.course.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchDocumentTest {

    @Test
    void wordsStandWithTheirStemsInTheCoursesLanguage() {
        assertThat(new SearchDocument("de-AT").with("Prüfungen", 'A').vector())
                .isEqualTo("'=v2' 'prufungen':1A '=de:prufung':1A");
        assertThat(new SearchDocument(null).with("Databases", 'C').vector())
                .isEqualTo("'=v2' 'databases':1C '=en:databas':1C");
        assertThat(new SearchDocument("zh-Hans").with("Data", 'D').vector()).isEqualTo("'=v2' 'data':1D");
    }

    @Test
    void theLastCharacterOfATextWithoutSpacesIsFoundByItself() {
        assertThat(new SearchDocument("zh").with("数学, 物理", 'A').vector())
                .isEqualTo("'=v2' '数学':1A '学':1A '物理':2A '理':2A");
    }

    @Test
    void aWordOfManyPlacesIsKeptWithTheFirst() {
        var vector = new SearchDocument("zh").with("data ".repeat(20_000), 'D').vector();
        assertThat(vector).hasSizeLessThan(300);
    }

    @Test
    void onlyWordsThatCanBeMistypedAreLearnt() {
        assertThat(new SearchDocument("en")
                        .with("Zoë's SQL course 2024 数学", 'A')
                        .dictionary())
                .containsExactly("course", "zoes");
    }
}
