package org.coursewise.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One object of a rendered set, as the tree that YAML is. */
record Manifest(Map<String, Object> tree) {

    static Manifest of(Object document) {
        return new Manifest(map(document));
    }

    String apiVersion() {
        return text("apiVersion");
    }

    String kind() {
        return text("kind");
    }

    String name() {
        return text("metadata", "name");
    }

    Map<String, Object> labels() {
        return at("metadata", "labels").map(Manifest::map).orElse(Map.of());
    }

    /** What stands at a path of keys. */
    Optional<Object> at(String... path) {
        Object here = tree;
        for (var key : path) {
            if (!(here instanceof Map<?, ?> map) || map.get(key) == null) {
                return Optional.empty();
            }
            here = map.get(key);
        }
        return Optional.of(here);
    }

    String text(String... path) {
        return at(path).map(String::valueOf)
                .orElseThrow(() -> new AssertionError(this + " has no " + String.join(".", path)));
    }

    /** The members of a list of objects; none where there is no such list. */
    Stream<Manifest> each(String... path) {
        return at(path).map(list -> list(list).stream()).orElse(Stream.empty()).map(Manifest::of);
    }

    /** This object and every one inside it. */
    List<Manifest> parts() {
        var found = new ArrayList<Manifest>();
        collect(tree, map -> found.add(new Manifest(map)));
        return found;
    }

    private static void collect(Object node, Consumer<Map<String, Object>> sink) {
        if (node instanceof Map<?, ?>) {
            sink.accept(map(node));
            map(node).values().forEach(child -> collect(child, sink));
        } else if (node instanceof List<?> list) {
            list.forEach(child -> collect(child, sink));
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    static List<?> list(Object node) {
        return (List<?>) node;
    }

    @Override
    public String toString() {
        return at("kind").isPresent() ? kind() + " " + name() : tree.toString();
    }
}
