package org.coursewise.course.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The categories of published courses: paths such as {@code computing/databases}, each below the one it begins with. */
@Schema(name = "CategoryTree")
public record CategoryTree(List<Category> items) {

    /**
     * A category and those below it, in the order of their names.
     *
     * @param category as a course names it and a search takes it
     * @param count of courses in it or below it, each counted once
     */
    @Schema(name = "Category")
    public record Category(
            @Schema(examples = "computing/databases", description = "To be sent as `category`")
            String category,

            @Schema(examples = "databases", description = "The last part of it")
            String name,

            @Schema(examples = "12", description = "Published courses in it or below it")
            long count,

            @Schema(description = "The categories right below it", examples = "[]")
            List<Category> children) {}

    /** @param counts by path, every path's parent among them */
    static CategoryTree of(Map<String, Long> counts) {
        var children = new LinkedHashMap<String, List<String>>();
        new TreeMap<>(counts).keySet().forEach(path -> children.computeIfAbsent(parent(path), key -> new ArrayList<>())
                .add(path));
        return new CategoryTree(below("", children, counts));
    }

    private static List<Category> below(String parent, Map<String, List<String>> children, Map<String, Long> counts) {
        return children.getOrDefault(parent, List.of()).stream()
                .map(path -> new Category(
                        path,
                        path.substring(path.lastIndexOf('/') + 1),
                        counts.getOrDefault(path, 0L),
                        below(path, children, counts)))
                .toList();
    }

    private static String parent(String path) {
        var end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(0, end);
    }
}
