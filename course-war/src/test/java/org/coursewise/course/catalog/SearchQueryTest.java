package org.coursewise.course.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchQueryTest {

    @Test
    void aWordIsFoundByItsStemInAnyLanguage() {
        assertThat(SearchQuery.of("Häuser 1").exact())
                .isEqualTo("('hauser' | '=en:hauser' | '=de:haus' | '=fr:haus' | '=es:haus')"
                        + " & ('1':* | '=en:1' | '=de:1' | '=fr:1' | '=es:1')");
    }

    @Test
    void textWithoutSpacesIsFoundByAllItsPairsOrNearlyByAny() {
        assertThat(SearchQuery.of("高等数学").exact()).isEqualTo("'高等' & '等数' & '数学':*");
        assertThat(SearchQuery.of("高等数学").near(List.of(""))).isEqualTo("('高等' | '等数' | '数学':*)");
        assertThat(SearchQuery.of("数").exact()).isEqualTo("'数':*");
    }

    @Test
    void aMistypedWordMayBeOneThatIsNearIt() {
        assertThat(SearchQuery.of("databse 数学").near(List.of("database", "music")))
                .contains("'database'")
                .doesNotContain("music");
    }

    @Test
    void aQueryHoldsNothingButItsWords() {
        assertThat(SearchQuery.of("数'); drop").exact()).startsWith("'数':* & ('drop':*");
        assertThat(SearchQuery.of("&|!()<->:*").exact()).isEmpty();
    }
}
