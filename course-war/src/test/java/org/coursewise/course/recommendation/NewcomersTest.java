package org.coursewise.course.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewcomersTest {

    private final CourseList list = new CourseList(10, Set.of(), Set.of(), Set.of(), id -> null, Locale.GERMAN);

    NewcomersTest() {
        for (var i = 0; i < 10; i++) {
            list.add(OfferFixture.offer("known-" + i, "Known " + i, List.of(), List.of()), 10 - i, List.of());
        }
    }

    @Test
    void aNewCourseLikeOneThatWasTakenHasTheFifthPlace() {
        var fresh = OfferFixture.offer("new", "Linear algebra for graphics", List.of(), List.of());
        var taken = OfferFixture.offer("taken", "Linear algebra", List.of(), List.of());
        new Newcomers(List.of(fresh)).addTo(list, List.of(taken), Locale.GERMAN);
        assertThat(list.items()).hasSize(10);
        var item = list.items().get(4);
        assertThat(item.course().id()).isEqualTo("new");
        assertThat(item.score())
                .isBetween(list.items().get(5).score(), list.items().get(3).score());
        assertThat(item.reasons())
                .containsExactly(
                        new RecommendationsView.Reason("new-course", "Neu und ähnlich wie „Linear algebra“", "taken"));
    }

    @Test
    void oneThatWasTakenItselfLeavesThePlaceToTheNext() {
        var own = OfferFixture.offer("own", "Linear algebra", List.of(), List.of());
        var fresh = OfferFixture.offer("new", "Linear algebra for graphics", List.of(), List.of());
        var others = new CourseList(10, Set.of("own"), Set.of(), Set.of(), id -> null, Locale.GERMAN);
        list.items()
                .forEach(item -> others.add(
                        OfferFixture.offer(item.course().id(), item.course().title(), List.of(), List.of()),
                        item.score(),
                        List.of()));
        new Newcomers(List.of(own, fresh)).addTo(others, List.of(own), Locale.GERMAN);
        assertThat(others.items().get(4).course().id()).isEqualTo("new");
    }

    @Test
    void oneThatIsLikeNothingTheyTookHasNone() {
        var fresh = OfferFixture.offer("new", "Pottery", List.of(), List.of());
        var taken = OfferFixture.offer("taken", "Linear algebra", List.of(), List.of());
        new Newcomers(List.of(fresh)).addTo(list, List.of(taken), Locale.GERMAN);
        assertThat(list.items()).extracting(item -> item.course().id()).doesNotContain("new");
    }
}
