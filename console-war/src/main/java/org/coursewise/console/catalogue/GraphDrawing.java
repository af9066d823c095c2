package org.coursewise.console.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.coursewise.console.catalogue.PrerequisiteGraph.Arrow;
import org.coursewise.console.catalogue.PrerequisiteGraph.Box;
import org.coursewise.console.catalogue.PrerequisiteGraph.Known;

/** Where boxes and arrows of a graph in layers are, in pixels. */
final class GraphDrawing {

    static final int BOX_WIDTH = 196;
    static final int BOX_HEIGHT = 52;

    private static final int WAY_HEIGHT = 16;
    private static final int GAP = 14;
    private static final int WAY = 60;
    private static final int MARGIN = 8;
    private static final int LETTERS = 23;

    private GraphDrawing() {}

    static PrerequisiteGraph of(
            NavigableMap<Integer, List<String>> layers, Map<String, Known> known, int leftOut, boolean isWhole) {
        var columns = withWays(layers, known);
        var heights = columns.values().stream().mapToInt(GraphDrawing::height);
        var height = 2 * MARGIN + heights.max().orElse(BOX_HEIGHT);
        var boxes = new ArrayList<Box>();
        var ways = new HashMap<Slot, Point>();
        var x = MARGIN;
        for (var column : columns.entrySet()) {
            var y = (height - height(column.getValue())) / 2;
            for (var slot : column.getValue()) {
                if (slot.isBox()) {
                    var title = PrerequisiteGraph.titleOf(slot.from(), known);
                    boxes.add(new Box(slot.from(), title, column.getKey(), x, y, lines(title)));
                } else {
                    ways.put(slot, new Point(x, y + WAY_HEIGHT / 2));
                }
                y += slot.height() + GAP;
            }
            x += BOX_WIDTH + WAY;
        }
        return new PrerequisiteGraph(boxes, arrows(boxes, ways, known), x - WAY + MARGIN, height, leftOut, isWhole);
    }

    private static int height(List<Slot> column) {
        return column.stream().mapToInt(slot -> slot.height() + GAP).sum() - GAP;
    }

    /** Where an arrow enters a layer that it only goes through. */
    private record Point(int x, int y) {}

    /** A place in a layer: of a course, or of an arrow that goes through, which then does not cross a box. */
    private record Slot(String from, String to, int layer) {

        private boolean isBox() {
            return to.isEmpty();
        }

        private int height() {
            return isBox() ? BOX_HEIGHT : WAY_HEIGHT;
        }
    }

    private static NavigableMap<Integer, List<Slot>> withWays(
            NavigableMap<Integer, List<String>> layers, Map<String, Known> known) {
        var columns = new TreeMap<Integer, List<Slot>>();
        var layerOf = new HashMap<String, Integer>();
        layers.forEach((layer, ids) -> {
            columns.put(
                    layer,
                    new ArrayList<>(
                            ids.stream().map(id -> new Slot(id, "", layer)).toList()));
            ids.forEach(id -> layerOf.put(id, layer));
        });
        for (var to : layerOf.keySet().stream().sorted().toList()) {
            var course = known.get(to);
            for (var from : course == null ? List.<String>of() : course.needs()) {
                var end = layerOf.getOrDefault(to, 0);
                for (var layer = layerOf.getOrDefault(from, end) + 1; layer < end; layer++) {
                    var before = columns.getOrDefault(layer - 1, List.of());
                    var column = columns.getOrDefault(layer, new ArrayList<>());
                    column.add(row(from, before, column.size()), new Slot(from, to, layer));
                }
            }
        }
        return columns;
    }

    /** As high among the rows of a layer as what an arrow comes from is in the layer before. */
    private static int row(String from, List<Slot> before, int rows) {
        for (var i = 0; i < before.size(); i++) {
            if (before.get(i).from().equals(from)) {
                return (int) Math.round((i + 0.5) / before.size() * rows);
            }
        }
        return rows;
    }

    private static List<Arrow> arrows(List<Box> boxes, Map<Slot, Point> ways, Map<String, Known> known) {
        var arrows = new ArrayList<Arrow>();
        for (var to : boxes) {
            var course = known.get(to.id());
            for (var from : boxes) {
                if (course != null
                        && from.layer() < to.layer()
                        && course.needs().contains(from.id())) {
                    arrows.add(new Arrow(from.id(), to.id(), path(from, to, ways)));
                }
            }
        }
        return arrows;
    }

    private static String path(Box from, Box to, Map<Slot, Point> ways) {
        var path = new StringBuilder();
        var at = new Point(from.x() + BOX_WIDTH, from.y() + BOX_HEIGHT / 2);
        path.append("M").append(at.x()).append(' ').append(at.y());
        for (var layer = from.layer() + 1; layer < to.layer(); layer++) {
            var way = ways.get(new Slot(from.id(), to.id(), layer));
            if (way != null) {
                curve(path, at, way);
                at = new Point(way.x() + BOX_WIDTH, way.y());
                path.append(" L").append(at.x()).append(' ').append(at.y());
            }
        }
        curve(path, at, new Point(to.x() - 6, to.y() + BOX_HEIGHT / 2));
        return path.toString();
    }

    private static void curve(StringBuilder path, Point from, Point to) {
        var middle = (from.x() + to.x()) / 2;
        path.append(" C%d %d %d %d %d %d".formatted(middle, from.y(), middle, to.y(), to.x(), to.y()));
    }

    /** Two lines at most; what is longer ends in an ellipsis. */
    static List<String> lines(String title) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : title.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > LETTERS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        if (lines.size() > 2) {
            return List.of(shortened(lines.get(0), false), shortened(lines.get(1), true));
        }
        return lines.stream().map(each -> shortened(each, false)).toList();
    }

    private static String shortened(String line, boolean goesOn) {
        if (line.length() > LETTERS) {
            return line.substring(0, LETTERS - 1) + "…";
        }
        return goesOn ? line + "…" : line;
    }
}
