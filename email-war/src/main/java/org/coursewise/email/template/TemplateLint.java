package org.coursewise.email.template;

import com.samskivert.mustache.MustacheException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.coursewise.rest.problem.FieldError;

/**
 * Looks at a text before it is kept: broken syntax, a variable that nobody gives, and what would get around the escaping
 * are found here and not when a mail is due. Each complaint names the line.
 */
public final class TemplateLint {

    private static final Pattern PLACE = Pattern.compile("\\s*@ line (\\d+).*", Pattern.DOTALL);

    private record Forbidden(Pattern tag, String why) {}

    private static final List<Forbidden> FORBIDDEN = List.of(
            new Forbidden(Pattern.compile("\\{\\{(?![^{}]*}})(?!\\{)"), "the braces are not closed"),
            new Forbidden(Pattern.compile("\\{\\{\\s*>"), "a text includes no other ({{>…}})"),
            new Forbidden(Pattern.compile("\\{\\{\\s*="), "the braces cannot be exchanged ({{=…=}})"),
            new Forbidden(
                    Pattern.compile("\\{\\{\\{|\\{\\{\\s*&"), "a variable cannot go unescaped ({{{…}}}, {{&…}})"));

    private final Set<String> known;

    /** @param known what the mail's senders give */
    public TemplateLint(Set<String> known) {
        this.known = known;
    }

    /** What is wrong with a new text; nothing when it is good. */
    public List<FieldError> check(String subject, String text, String html) {
        var errors = new ArrayList<FieldError>();
        check("subject", subject, errors);
        check("text", text, errors);
        check("html", html, errors);
        return errors;
    }

    private void check(String field, String text, List<FieldError> errors) {
        var before = errors.size();
        for (var forbidden : FORBIDDEN) {
            var found = forbidden.tag().matcher(text);
            if (found.find()) {
                errors.add(new FieldError(field, "line " + line(text, found.start()) + ": " + forbidden.why()));
            }
        }
        if (errors.size() > before) {
            return;
        }
        try {
            for (var name : Placeholders.in(text)) {
                if (!known.contains(name) && !Renderer.IMPLICIT.contains(name)) {
                    errors.add(new FieldError(field, unknown(text, name)));
                }
            }
        } catch (MustacheException e) {
            errors.add(new FieldError(field, broken(String.valueOf(e.getMessage()))));
        }
    }

    private String unknown(String text, String name) {
        var tag = Pattern.compile("\\{\\{\\s*[#^]?\\s*" + Pattern.quote(name) + "\\s*}}")
                .matcher(text);
        var line = tag.find() ? line(text, tag.start()) : 1;
        return "line " + line + ": the variable " + name + " is not known; there are " + String.join(", ", known);
    }

    private static String broken(String complaint) {
        var place = PLACE.matcher(complaint);
        return place.find() ? "line " + place.group(1) + ": " + place.replaceFirst("") : "is no template: " + complaint;
    }

    private static long line(String text, int position) {
        return text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }
}
