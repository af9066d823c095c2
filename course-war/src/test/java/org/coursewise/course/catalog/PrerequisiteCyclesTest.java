package org.coursewise.course.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrerequisiteCyclesTest {

    @Test
    void aCycleIsNamedInItsOrder() {
        var cycles = of(Map.of("B", List.of("C"), "C", List.of("X", "A")));
        cycles.suppose("A", List.of("B"));
        assertThat(cycles.through("A")).containsExactly("A", "B", "C", "A");
    }

    @Test
    void theShortestOfSeveralIsNamed() {
        var cycles = of(Map.of("B", List.of("C"), "C", List.of("A"), "D", List.of("A")));
        cycles.suppose("A", List.of("B", "D"));
        assertThat(cycles.through("A")).containsExactly("A", "D", "A");
    }

    @Test
    void aCourseMayNeedItself() {
        var cycles = of(Map.of());
        cycles.suppose("A", List.of("A"));
        assertThat(cycles.through("A")).containsExactly("A", "A");
    }

    @Test
    void cyclesOfOthersAreTheirOwnBusiness() {
        var cycles = of(Map.of("B", List.of("C"), "C", List.of("B")));
        cycles.suppose("A", List.of("B"));
        assertThat(cycles.through("A")).isEmpty();
    }

    @Test
    void whatIsForgottenIsReadAgain() {
        var cycles = of(Map.of("A", List.of(), "B", List.of("A")));
        cycles.suppose("A", List.of("B"));
        assertThat(cycles.through("A")).hasSize(3);
        cycles.forget("A");
        assertThat(cycles.through("A")).isEmpty();
    }

    @Test
    void aLadderOfDiamondsIsWalkedOnce() {
        var needs = new HashMap<String, List<String>>();
        for (var step = 0; step < 60; step++) {
            needs.put("top" + step, List.of("left" + step, "right" + step));
            needs.put("left" + step, List.of("top" + (step + 1)));
            needs.put("right" + step, List.of("top" + (step + 1)));
        }
        var reads = new ArrayList<String>();
        var cycles = new PrerequisiteCycles(courses -> {
            reads.addAll(courses);
            return needs;
        });
        assertThat(cycles.through("top0")).isEmpty();
        assertThat(reads).doesNotHaveDuplicates().hasSize(181);
    }

    private static PrerequisiteCycles of(Map<String, List<String>> needs) {
        return new PrerequisiteCycles(courses -> needs);
    }
}
