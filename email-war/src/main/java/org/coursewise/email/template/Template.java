package org.coursewise.email.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A mail's texts in one language.
 *
 * @param locale a language, or a language with a region
 * @param subject plain text
 * @param text plain text
 * @param html what stands inside the layout that all mails share
 * @param version 1 for a built-in text, one more with each change
 * @param variables the names that are given a value, sorted; {@link #OPTIONAL} ones may be left out
 */
public record Template(
        String name, String locale, String subject, String text, String html, int version, List<String> variables) {

    /** Variables that carry a one-time token: sealed at rest, gone once sent. */
    public static final Set<String> ONE_TIME = Set.of("link");

    /** What there may be less of: a mail of recommendations names five courses at most, not each with a reason. */
    static final Set<String> OPTIONAL = Set.of(
            "course1Reason",
            "course2Title",
            "course2Url",
            "course2Reason",
            "course3Title",
            "course3Url",
            "course3Reason",
            "course4Title",
            "course4Url",
            "course4Reason",
            "course5Title",
            "course5Url",
            "course5Reason");

    public Template {
        variables = List.copyOf(variables);
    }

    /** The names that have to be given follow from the texts. */
    public static Template of(String name, String locale, String subject, String text, String html, int version) {
        var variables = new TreeSet<String>();
        for (var part : List.of(subject, text, html)) {
            variables.addAll(Placeholders.in(part));
        }
        variables.removeAll(Renderer.IMPLICIT);
        return new Template(name, locale, subject, text, html, version, List.copyOf(variables));
    }

    /** The variables without a value, or with an empty one, that need one. */
    public List<String> missing(Map<String, String> values) {
        return variables.stream()
                .filter(name -> !OPTIONAL.contains(name))
                .filter(name -> values.getOrDefault(name, "").isBlank())
                .toList();
    }
}
