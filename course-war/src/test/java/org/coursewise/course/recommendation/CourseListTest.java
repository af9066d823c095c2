package org.coursewise.course.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CourseListTest {

    private final Map<String, Offer> open = new HashMap<>();

    @Test
    void holdsEachCourseOnceAndNoneThatIsExcludedAndIsFullAtItsLimit() {
        var list = list(2, Set.of("gone"), Set.of());
        list.add(offer("gone"), 3, List.of());
        list.add(offer("one"), 2, List.of());
        list.add(offer("one"), 2, List.of());
        assertThat(list.isFull()).isFalse();
        list.add(offer("two"), 1, List.of());
        list.add(offer("three"), 0, List.of());
        assertThat(ids(list)).containsExactly("one", "two");
        assertThat(list.isFull()).isTrue();
    }

    @Test
    void offersTheFirstPrerequisiteThatIsMissingInPlaceOfACourse() {
        var basics = offer("basics");
        var middle = OfferFixture.offer("middle", "Middle", List.of(), List.of("basics"));
        open.put("basics", basics);
        open.put("middle", middle);
        var list = list(5, Set.of(), Set.of("done"));
        list.add(OfferFixture.offer("top", "Top", List.of(), List.of("done", "middle", "basics")), 9, List.of());
        assertThat(ids(list)).containsExactly("basics");
        var reason = list.items().get(0).reasons().get(0);
        assertThat(reason.code()).isEqualTo("prerequisite-of");
        assertThat(reason.text()).isEqualTo("Comes before “Top”");
        assertThat(reason.courseId()).isEqualTo("top");
        assertThat(list.items().get(0).score()).isEqualTo(9);
    }

    @Test
    void leavesACourseOutWhosePrerequisiteCannotBeTaken() {
        var list = list(5, Set.of(), Set.of());
        list.add(OfferFixture.offer("top", "Top", List.of(), List.of("full")), 9, List.of());
        assertThat(list.items()).isEmpty();
    }

    @Test
    void holdsOneRunOfACourseAloneAndKeepsCoursesApartThatOnlyShareATitle() {
        var list = list(5, Set.of(), Set.of());
        list.add(OfferFixture.offer("2025", "Data structures (Spring 2025)", List.of("ada"), List.of()), 3, List.of());
        list.add(OfferFixture.offer("2026", "Data Structures – Fall 2026", List.of("ada"), List.of()), 2, List.of());
        list.add(OfferFixture.offer("other", "Data structures", List.of("bob"), List.of()), 1, List.of());
        list.add(OfferFixture.offer("second", "Data structures 2", List.of("ada"), List.of()), 0, List.of());
        list.add(OfferFixture.offer("plus", "Programming in C++", List.of("ada"), List.of()), 0, List.of());
        assertThat(ids(list)).containsExactly("2025", "other", "second", "plus");
        var languages = list(5, Set.of(), Set.of());
        for (var title :
                List.of("Programming in C++", "Programming in C#", "Programming in C", "Fall 2026", "Spring 2026")) {
            languages.add(OfferFixture.offer(title, title, List.of("ada"), List.of()), 0, List.of());
        }
        assertThat(languages.items()).hasSize(5);
    }

    @Test
    void putsACourseInAtAPlaceAndDropsTheLast() {
        var list = list(2, Set.of(), Set.of());
        list.add(offer("one"), 2, List.of());
        list.add(offer("two"), 1, List.of());
        list.insert(1, offer("new"), 1, List.of());
        list.insert(2, offer("late"), 1, List.of());
        assertThat(ids(list)).containsExactly("one", "new");
    }

    @Test
    void whatWasShownAgainAndAgainStepsTenPlacesBack() {
        var list = list(20, Set.of(), Set.of());
        list.add(offer("first"), 20, List.of());
        list.add(offer("ignored"), 19, List.of());
        for (var place = 2; place < 15; place++) {
            list.add(offer("other " + place), 20 - place, List.of());
        }
        list.close();
        assertThat(ids(list)).hasSize(15);
        assertThat(ids(list).indexOf("ignored")).isEqualTo(11);
        assertThat(list.items())
                .isSortedAccordingTo(Comparator.comparingDouble(RecommendationsView.Item::score)
                        .reversed());
    }

    @Test
    void whereThereIsNothingElseItIsShownAllTheSameButNotAsNews() {
        var list = list(10, Set.of(), Set.of());
        list.add(offer("ignored"), 9, List.of());
        list.add(offer("other"), 8, List.of());
        assertThat(list.insert(0, offer("ignored"), 9, List.of())).isFalse();
        list.close();
        assertThat(ids(list)).containsExactly("other", "ignored");
    }

    @Test
    void whatStepsBackOutOfAFullListIsLeftOut() {
        var list = list(2, Set.of(), Set.of());
        list.add(offer("ignored"), 9, List.of());
        list.add(offer("one"), 8, List.of());
        list.add(offer("two"), 7, List.of());
        list.close();
        assertThat(ids(list)).containsExactly("one", "two");
    }

    private CourseList list(int limit, Set<String> excluded, Set<String> completed) {
        return new CourseList(limit, excluded, completed, Set.of("ignored"), open::get, Locale.ENGLISH);
    }

    private static Offer offer(String id) {
        return OfferFixture.offer(id, "Course " + id, List.of(), List.of());
    }

    private static List<String> ids(CourseList list) {
        return list.items().stream().map(item -> item.course().id()).toList();
    }
}
