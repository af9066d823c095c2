package org.coursewise.course.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColdStartTest {

    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final Shelf SHELF = new Shelf(
            1,
            null,
            Stream.of(
                    OfferFixture.offer("popular", List.of("Art"), "advanced", "en", 900),
                    OfferFixture.offer("german", List.of("Art"), "beginner", "de", 500),
                    OfferFixture.offer("begin", List.of("Maths", "Maths/Algebra"), "beginner", "en", 10),
                    OfferFixture.offer("analysis", List.of("Maths"), "advanced", "en", 20),
                    OfferFixture.offer("mathe", List.of("Maths"), "beginner", "de", 5)),
            NOW);

    @Test
    void whatMostTakeComesFirstForWhoSaidNothing() {
        assertThat(ids("", Set.of(), null)).containsExactly("popular", "german", "analysis", "begin", "mathe");
    }

    @Test
    void interestsComeFirstThenLanguageThenLevelThenPopularity() {
        assertThat(ids("de", Set.of("Maths"), "beginner"))
                .containsExactly("mathe", "begin", "analysis", "german", "popular");
        assertThat(ids("", Set.of("Maths/Algebra"), null)).startsWith("begin");
    }

    @Test
    void reasonsAreThoseThatCounted() {
        var items = items("en", Set.of("Maths"), "beginner");
        assertThat(items.get(0).reasons())
                .containsExactly(new RecommendationsView.Reason(
                        "matches-your-interests", "Matches your interest in Maths", null));
        assertThat(items.get(4).course().id()).isEqualTo("german");
        assertThat(items.get(4).reasons().get(0).text()).isEqualTo("Matches the level you look for");
        assertThat(items("de", Set.of(), null).get(0).reasons().get(0).code()).isEqualTo("popular");
        assertThat(items)
                .extracting(RecommendationsView.Item::score)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    private static List<String> ids(String language, Set<String> interests, @Nullable String level) {
        return items(language, interests, level).stream()
                .map(item -> item.course().id())
                .toList();
    }

    private static List<RecommendationsView.Item> items(
            String language, Set<String> interests, @Nullable String level) {
        var state =
                new LearnerState(new Changes.Stamp(0, 0), List.of(), Set.of(), Set.of(), Set.of(), interests, level);
        var list = new CourseList(10, Set.of(), Set.of(), Set.of(), SHELF::open, Locale.ENGLISH);
        new ColdStart(state, language, Locale.ENGLISH).fill(list, SHELF);
        return list.items();
    }
}
