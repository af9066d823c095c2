package org.coursewise.course.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coursewise.course.catalog.KindCounts.Counted;
import org.junit.jupiter.api.Test;

class KindCountsTest {

    private final KindCounts counts = new KindCounts(List.of(
            new Counted(new Kind("beginner", "en", List.of("a", "a/b")), 3),
            new Counted(new Kind("advanced", "en", List.of("a")), 2),
            new Counted(new Kind("advanced", "de", List.of("c")), 4),
            new Counted(new Kind(null, null, List.of()), 1)));

    @Test
    void withoutFiltersAllAreCountedAndTheMostFrequentStandFirst() {
        var answer = counts.answer(filter(null, null, null));
        assertThat(answer.found()).isEqualTo(10);
        assertThat(answer.facets().category())
                .containsExactly(new Facets.Count("a", 5), new Facets.Count("c", 4), new Facets.Count("a/b", 3));
        assertThat(answer.facets().level())
                .containsExactly(new Facets.Count("advanced", 6), new Facets.Count("beginner", 3));
        assertThat(answer.facets().language()).containsExactly(new Facets.Count("en", 5), new Facets.Count("de", 4));
    }

    @Test
    void aKindThatIsAskedForIsCountedAsIfItWasNot() {
        var answer = counts.answer(filter("a", "advanced", null));
        assertThat(answer.found()).isEqualTo(2);
        assertThat(answer.facets().category()).containsExactly(new Facets.Count("c", 4), new Facets.Count("a", 2));
        assertThat(answer.facets().level())
                .containsExactly(new Facets.Count("beginner", 3), new Facets.Count("advanced", 2));
        assertThat(answer.facets().language()).containsExactly(new Facets.Count("en", 2));
    }

    private static CourseFilter filter(String category, String level, String language) {
        return CourseFilter.of(null, category, level, language, null, null);
    }
}
