package org.coursewise.console.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The courses that one needs, and that need it, a few steps far, laid out in layers from left to right: a course stands right
 * of all it needs. Within a layer they are ordered by where their neighbours stand, as Sugiyama, Tagawa and Toda do
 * ("Methods for Visual Understanding of Hierarchical System Structures", 1981), in one sweep away from the course in the
 * middle.
 *
 * @param leftOut how many there are in reach that were one too many
 * @param isWhole whether all courses were looked at for those that need it
 */
public record PrerequisiteGraph(
        List<Box> boxes, List<Arrow> arrows, int width, int height, int leftOut, boolean isWhole) {

    static final int STEPS = 3;
    static final int MOST_IN_LAYER = 8;

    public PrerequisiteGraph {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    /** A course as it is known: its title, and the ids of what it needs. */
    record Known(String id, String title, List<String> needs) {}

    /**
     * A course in the picture.
     *
     * @param layer 0 in the middle, less is needed before, more needs it
     * @param lines its title, broken so that it fits
     */
    public record Box(String id, String title, int layer, int x, int y, List<String> lines) {

        public int width() {
            return GraphDrawing.BOX_WIDTH;
        }

        public int height() {
            return GraphDrawing.BOX_HEIGHT;
        }

        public int lineY(int line) {
            return y + GraphDrawing.BOX_HEIGHT / 2 + 5 + 18 * line - 9 * (lines.size() - 1);
        }

        public int textX() {
            return x + GraphDrawing.BOX_WIDTH / 2;
        }
    }

    /** From what is needed to what needs it. */
    public record Arrow(String from, String to, String path) {}

    static PrerequisiteGraph around(String centre, Map<String, Known> known, boolean isWhole) {
        var needed = new HashMap<String, List<String>>();
        var needing = new HashMap<String, List<String>>();
        for (var course : known.values()) {
            needed.put(course.id(), course.needs());
            course.needs().forEach(id -> needing.computeIfAbsent(id, any -> new ArrayList<>())
                    .add(course.id()));
        }
        var layers = new TreeMap<Integer, List<String>>();
        layers.put(0, List.of(centre));
        var leftOut = place(centre, needed, -1, known, layers) + place(centre, needing, 1, known, layers);
        return GraphDrawing.of(layers, known, leftOut, isWhole);
    }

    /** @return how many were too many for their layer */
    private static int place(
            String centre,
            Map<String, List<String>> next,
            int direction,
            Map<String, Known> known,
            NavigableMap<Integer, List<String>> layers) {
        var depth = depths(centre, next);
        var leftOut = 0;
        var furthest = depth.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (var step = 1; step <= furthest; step++) {
            var at = step;
            var before = layers.getOrDefault(direction * (step - 1), List.of());
            var ordered = depth.entrySet().stream()
                    .filter(each -> each.getValue() == at)
                    .map(Map.Entry::getKey)
                    .sorted(Comparator.comparingDouble((String id) -> middle(id, before, next))
                            .thenComparing(id -> titleOf(id, known))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            if (!ordered.isEmpty()) {
                layers.put(
                        direction * step, ordered.stream().limit(MOST_IN_LAYER).toList());
            }
            leftOut += Math.max(0, ordered.size() - MOST_IN_LAYER);
        }
        return leftOut;
    }

    /** The longest way to each that is some steps away at most, so that all arrows go one way. */
    private static Map<String, Integer> depths(String centre, Map<String, List<String>> next) {
        var depth = new HashMap<String, Integer>();
        var layer = Set.of(centre);
        for (var step = 1; step <= STEPS; step++) {
            var beyond = new LinkedHashSet<String>();
            layer.forEach(id -> beyond.addAll(next.getOrDefault(id, List.of())));
            beyond.remove(centre);
            for (var id : beyond) {
                depth.put(id, step);
            }
            layer = beyond;
        }
        // bounded: a circle, which the API does not let be, would go on for ever
        var rounds = depth.size();
        while (rounds > 0 && pushed(depth, next)) {
            rounds--;
        }
        return depth;
    }

    /** @return whether one came further away, because what it follows did */
    private static boolean pushed(Map<String, Integer> depth, Map<String, List<String>> next) {
        var isChanged = false;
        for (var each : Map.copyOf(depth).entrySet()) {
            for (var id : next.getOrDefault(each.getKey(), List.of())) {
                var known = depth.get(id);
                if (known != null && known <= each.getValue()) {
                    depth.put(id, each.getValue() + 1);
                    isChanged = true;
                }
            }
        }
        return isChanged;
    }

    /** Where the neighbours in the layer before stand, on average. */
    private static double middle(String id, List<String> before, Map<String, List<String>> next) {
        var sum = 0;
        var count = 0;
        for (var i = 0; i < before.size(); i++) {
            if (next.getOrDefault(before.get(i), List.of()).contains(id)) {
                sum += i;
                count++;
            }
        }
        return count == 0 ? before.size() : (double) sum / count;
    }

    static String titleOf(String id, Map<String, Known> known) {
        var course = known.get(id);
        return course == null ? id : course.title();
    }

    /** Those that need some other one here, with what they need: the picture in words. */
    public List<Box> needing() {
        return boxes.stream().filter(box -> !neededBy(box).isEmpty()).toList();
    }

    public List<Box> neededBy(Box box) {
        return boxes.stream()
                .filter(other -> arrows.stream()
                        .anyMatch(arrow ->
                                arrow.to().equals(box.id()) && arrow.from().equals(other.id())))
                .toList();
    }

    public boolean isAlone() {
        return boxes.size() == 1;
    }
}
