package org.coursewise.console.layout;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coursewise.console.api.Problem;

/**
 * A problem of the API as a person reads it: its title in their language where we have one, what the API says of this case,
 * the fields that are wrong, what to do, and the trace to give to whoever looks into the logs.
 */
public record ProblemWords(String title, String text) {

    public static ProblemWords of(Problem problem, Locale language) {
        var texts = Texts.of("", language);
        var key = "problem." + problem.code();
        var known = texts.has(key + ".title");
        var title = known ? texts.get(key + ".title") : otherTitle(problem, texts);
        var detail = problem.detail() == null ? "" : problem.detail();
        var fields = problem.errors().stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
        var toDo = known ? texts.get(key + ".text") : texts.get(generalAdvice(problem.status()));
        var trace = problem.instance() == null || problem.status() < 500
                ? ""
                : texts.get("problem.trace", problem.instance());
        return new ProblemWords(
                title,
                Stream.of(fields.isEmpty() ? detail : fields, toDo, trace)
                        .filter(part -> !part.isBlank())
                        .map(ProblemWords::sentence)
                        .collect(Collectors.joining(" ")));
    }

    private static String otherTitle(Problem problem, Texts texts) {
        return problem.title() == null ? texts.get("problem.any.title", problem.status()) : problem.title();
    }

    private static String generalAdvice(int status) {
        return status >= 500 ? "problem.fault.text" : "problem.input.text";
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
