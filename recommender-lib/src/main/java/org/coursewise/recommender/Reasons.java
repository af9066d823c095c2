package org.coursewise.recommender;

import java.util.ArrayList;
import java.util.List;
import org.coursewise.recommender.scoring.FittedSources;
import org.coursewise.recommender.scoring.Source;

/** Finds out why a course fits a history: what links it most strongly, or that it is popular. */
final class Reasons {

    private final List<KnownCourse> courses;
    private final FittedSources sources;

    Reasons(List<KnownCourse> courses, FittedSources sources) {
        this.courses = courses;
        this.sources = sources;
    }

    /** At least one reason, the strongest first. */
    List<Reason> of(int course, int[] taken, Interests interests) {
        var reasons = new ArrayList<Reason>(2);
        int because = strongest(Source.NEIGHBORS, course, taken);
        if (because >= 0) {
            reasons.add(about("because-you-took", "Because you took “", because));
        }
        int alike = strongest(Source.CONTENT, course, taken);
        if (alike >= 0) {
            reasons.add(about("similar-content", "Similar in content to “", alike));
        }
        for (var category : courses.get(course).categories()) {
            if (interests.categories().contains(category)) {
                reasons.add(
                        new Reason("matches-your-interests", "Matches your interest in " + category, category, null));
                break;
            }
        }
        if (reasons.isEmpty() && !interests.isEmpty() && interests.matches(courses.get(course)) > 0) {
            reasons.add(new Reason("matches-your-interests", "Matches the level you look for", null, null));
        }
        if (reasons.isEmpty()) {
            reasons.add(popular(course, taken));
        }
        return reasons;
    }

    private Reason popular(int course, int[] taken) {
        for (var category : courses.get(course).categories()) {
            for (int past : taken) {
                if (courses.get(past).categories().contains(category)) {
                    return new Reason("popular-in-category", "Popular in " + category, category, null);
                }
            }
        }
        return new Reason("popular", "Popular with learners", null, null);
    }

    private Reason about(String code, String text, int course) {
        var known = courses.get(course);
        var name = known.title().isEmpty() ? known.code() : known.title();
        return new Reason(code, text + name + "”", name, known.code());
    }

    /** The course taken with the strongest link to this one, or -1. */
    private int strongest(Source source, int course, int[] taken) {
        var links = sources.links(source);
        int strongest = -1;
        float highest = 0;
        for (int past : taken) {
            float link = links.get(past, course);
            if (link > highest) {
                highest = link;
                strongest = past;
            }
        }
        return strongest;
    }
}
