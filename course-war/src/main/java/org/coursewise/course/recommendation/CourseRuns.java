package org.coursewise.course.recommendation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which courses are runs of one course: those of the same people whose titles differ in year and term alone. */
final class CourseRuns {

    /** A year, a term, or both, as a title tells the runs of a course apart. */
    private static final Pattern RUN = Pattern.compile(
            "\\b(19|20)\\d\\d\\b|\\b(spring|summer|autumn|fall|winter|term|semester|ws|ss)\\b|[春夏秋冬]季(学期)?|[\\s()\\[\\],:;/–—-]+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern SPACES = Pattern.compile(" +");

    private CourseRuns() {}

    /** The same for two runs of one course; a course of nobody in particular is its own. */
    static String of(String id, String title, List<String> instructors) {
        if (instructors.isEmpty()) {
            return id;
        }
        var spaced = RUN.matcher(title.toLowerCase(Locale.ROOT)).replaceAll(" ");
        var name = SPACES.matcher(spaced).replaceAll(" ").strip();
        return name.isEmpty() ? id : name + instructors.stream().sorted().toList();
    }
}
