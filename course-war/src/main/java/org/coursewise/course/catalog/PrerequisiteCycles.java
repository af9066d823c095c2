package org.coursewise.course.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Courses that would need themselves, by way of others. What courses need is read a level at a time, each course once, so
 * that diamonds cost nothing.
 */
public final class PrerequisiteCycles {

    /**
     * Two changes that are fine each by itself may close a cycle together, so one is made after the other. Whoever asks for
     * this holds the rows of the courses it changes already, and locks no more of them.
     */
    public static final String ALONE =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended('course.prerequisites', 0))) as alone";

    private final Map<String, List<String>> needs = new HashMap<>();
    private final Function<Collection<String>, Map<String, List<String>>> read;

    /** @param read what each of these courses needs; courses that need nothing may be left out */
    public PrerequisiteCycles(Function<Collection<String>, Map<String, List<String>>> read) {
        this.read = read;
    }

    /** From now on a course is taken to need these, whatever is read of it. */
    public void suppose(String course, Collection<String> needed) {
        needs.put(course, List.copyOf(needed));
    }

    /** A course is what is read of it again. */
    public void forget(String course) {
        needs.remove(course);
    }

    /**
     * A shortest way from a course back to itself.
     *
     * @return the course, what it needs, what that needs, and so on, the course once more at the end; empty when there is none
     */
    public List<String> through(String course) {
        var neededBy = new HashMap<String, String>();
        Set<String> level = new LinkedHashSet<>(Set.of(course));
        while (!level.isEmpty()) {
            load(level);
            var next = new LinkedHashSet<String>();
            for (var one : level) {
                for (var needed : needs.getOrDefault(one, List.of())) {
                    if (needed.equals(course)) {
                        return way(course, one, neededBy);
                    }
                    if (neededBy.putIfAbsent(needed, one) == null) {
                        next.add(needed);
                    }
                }
            }
            level = next;
        }
        return List.of();
    }

    /** @param codes as {@link #through} gives them */
    public static String message(List<String> codes) {
        return "would make a course need itself: " + String.join(" → ", codes);
    }

    private void load(Set<String> courses) {
        var unknown = new HashSet<>(courses);
        unknown.removeAll(needs.keySet());
        if (!unknown.isEmpty()) {
            var found = read.apply(unknown);
            unknown.forEach(course -> needs.put(course, found.getOrDefault(course, List.of())));
        }
    }

    private static List<String> way(String course, String last, Map<String, String> neededBy) {
        var way = new ArrayList<>(List.of(course));
        for (var one = last; !one.equals(course); one = neededBy.getOrDefault(one, course)) {
            way.add(1, one);
        }
        way.add(course);
        return way;
    }
}
