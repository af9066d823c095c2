package org.coursewise.console.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.coursewise.console.catalogue.PrerequisiteGraph.Box;
import org.coursewise.console.catalogue.PrerequisiteGraph.Known;
import org.junit.jupiter.api.Test;

class PrerequisiteGraphTest {

    private final Map<String, Known> known = new HashMap<>();

    @Test
    void aCourseStandsRightOfAllItNeeds() {
        course("sums");
        course("algebra", "sums");
        course("statistics", "algebra", "sums");
        course("learning", "statistics", "algebra");
        course("vision", "learning");

        var graph = around("statistics");
        assertThat(layers(graph))
                .isEqualTo(Map.of("sums", -2, "algebra", -1, "statistics", 0, "learning", 1, "vision", 2));
        assertThat(graph.arrows()).hasSize(6);
        graph.arrows().forEach(arrow -> assertThat(box(graph, arrow.from()).x())
                .as("%s before %s", arrow.from(), arrow.to())
                .isLessThan(box(graph, arrow.to()).x()));
    }

    @Test
    void boxesNeitherOverlapNorLeaveThePicture() {
        course("centre", IntStream.range(0, 6).mapToObj(i -> "need" + i).toArray(String[]::new));
        IntStream.range(0, 6).forEach(i -> course("need" + i, "root" + i % 2));
        IntStream.range(0, 2).forEach(i -> course("root" + i));

        var boxes = around("centre").boxes();
        var graph = around("centre");
        for (var box : boxes) {
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(graph.width());
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(graph.height());
            assertThat(box.y()).isNotNegative();
            assertThat(boxes.stream()
                            .filter(other -> !other.equals(box))
                            .filter(other -> Math.abs(other.x() - box.x()) < box.width())
                            .filter(other -> Math.abs(other.y() - box.y()) < box.height()))
                    .isEmpty();
        }
    }

    @Test
    void anArrowThatGoesFurtherHasAWayOfItsOwn() {
        course("sums");
        course("algebra", "sums");
        course("statistics", "algebra", "sums");

        var graph = around("statistics");
        var far = graph.arrows().stream()
                .filter(arrow -> arrow.from().equals("sums") && arrow.to().equals("statistics"))
                .findFirst()
                .orElseThrow();
        var passed = box(graph, "algebra");
        var straight = Pattern.compile(" L(\\d+) (\\d+)").matcher(far.path());
        assertThat(straight.find()).isTrue();
        assertThat(Integer.parseInt(straight.group(1))).isEqualTo(passed.x() + passed.width());
        assertThat(Integer.parseInt(straight.group(2)))
                .satisfiesAnyOf(y -> assertThat(y).isLessThan(passed.y()), y -> assertThat(y)
                        .isGreaterThan(passed.y() + passed.height()));
    }

    @Test
    void coursesStandByWhatTheyBelongTo() {
        course("centre", "a", "b");
        course("a", "z");
        course("b", "c");
        course("c");
        course("z");

        var graph = around("centre");
        assertThat(box(graph, "z").y())
                .as("what a needs stands above what b needs, whatever it is called")
                .isLessThan(box(graph, "c").y());
    }

    @Test
    void whatIsOneTooManyIsCountedAndWhatIsTooFarIsNot() {
        course("centre");
        IntStream.range(0, PrerequisiteGraph.MOST_IN_LAYER + 3).forEach(i -> course("user" + i, "centre"));
        course("far1", "user0");
        course("far2", "far1");
        course("far3", "far2");

        var graph = around("centre");
        assertThat(graph.leftOut()).isEqualTo(3);
        assertThat(layers(graph)).containsEntry("far2", PrerequisiteGraph.STEPS).doesNotContainKey("far3");
    }

    @Test
    void aCircleEnds() {
        course("a", "b");
        course("b", "c");
        course("c", "b", "a");

        assertThat(layers(around("a"))).containsKeys("a", "b", "c");
    }

    @Test
    void aCourseByItselfIsAlone() {
        course("a");
        course("b");

        assertThat(around("a").isAlone()).isTrue();
    }

    @Test
    void titlesAreBrokenIntoTwoLines() {
        assertThat(GraphDrawing.lines("Algebra")).containsExactly("Algebra");
        assertThat(GraphDrawing.lines("Statistics with an uncommonly long title that never ends"))
                .hasSize(2)
                .last()
                .asString()
                .endsWith("…");
        assertThat(GraphDrawing.lines("a".repeat(60)))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("…");
    }

    private void course(String id, String... needs) {
        known.put(id, new Known(id, id, List.of(needs)));
    }

    private PrerequisiteGraph around(String id) {
        return PrerequisiteGraph.around(id, known, true);
    }

    private static Box box(PrerequisiteGraph graph, String id) {
        return graph.boxes().stream()
                .filter(box -> box.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Integer> layers(PrerequisiteGraph graph) {
        var layers = new HashMap<String, Integer>();
        graph.boxes().forEach(box -> layers.put(box.id(), box.layer()));
        return layers;
    }
}
