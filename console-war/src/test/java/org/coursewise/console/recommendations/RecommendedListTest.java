package org.coursewise.console.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecommendedListTest {

    private static final Map<String, String> TITLES = Map.of("a", "Algebra", "b", "Botany", "c", "Chess");

    @Test
    void aReasonIsTakenApartAroundTheCourseThatLedToIt() {
        var list =
                list(List.of(course("b", 1, List.of(reason("because-you-took", "Because you took “Algebra”", "a")))));
        var reason = list.items().get(0).reasons().get(0);
        assertThat(reason.before()).isEqualTo("Because you took “");
        assertThat(reason.name()).isEqualTo("Algebra");
        assertThat(reason.after()).isEqualTo("”");
        assertThat(list.ledTo("a")).containsExactly(1);
    }

    @Test
    void aReasonWithoutACourseOrAboutOneThatIsGoneStaysWhole() {
        var list = list(List.of(
                course("b", 1, List.of(reason("popular", "Popular with learners", null))),
                course("c", 0, List.of(reason("similar-content", "Similar in content to “Dance”", "gone")))));
        assertThat(list.items())
                .allSatisfy(item -> assertThat(item.reasons().get(0).name()).isEmpty());
        assertThat(list.items().get(1).reasons().get(0).before()).isEqualTo("Similar in content to “Dance”");
    }

    @Test
    void strengthLiesBetweenTheLowestAndTheHighestScore() {
        var list = list(List.of(course("a", -1), course("b", -2), course("c", -3)));
        assertThat(list.items()).extracting(Recommended::strength).containsExactly(1.0, 0.54, 0.08);
        assertThat(list(List.of(course("a", 2), course("b", 2))).items())
                .extracting(Recommended::strength)
                .containsOnly(1.0);
    }

    @Test
    void twoListsTellWhereTheOtherHasACourse() {
        var one = list(List.of(course("a", 3), course("b", 2)))
                .comparedWith(list(List.of(course("c", 9), course("a", 8))));
        assertThat(one.items().get(0).elsewhere()).isEqualTo(2);
        assertThat(one.items().get(0).rise()).isEqualTo(1);
        assertThat(one.items().get(1).elsewhere()).isNull();
        assertThat(one.common()).isEqualTo(1);
    }

    private static RecommendedList list(List<Map<String, Object>> items) {
        return RecommendedList.of(
                Map.of("modelVersion", "m", "fallback", false, "items", items), id -> TITLES.getOrDefault(id, ""));
    }

    private static Map<String, Object> course(String id, double score) {
        return course(id, score, List.of());
    }

    private static Map<String, Object> course(String id, double score, List<Map<String, Object>> reasons) {
        var title = TITLES.getOrDefault(id, id);
        return Map.of("course", Map.of("id", id, "code", id, "title", title), "score", score, "reasons", reasons);
    }

    private static Map<String, Object> reason(String code, String text, @Nullable String course) {
        var reason = new HashMap<String, Object>(Map.of("code", code, "text", text));
        if (course != null) {
            reason.put("courseId", course);
        }
        return reason;
    }
}
