package org.coursewise.email.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.coursewise.email.settings.EmailSettings;

/** Fills a template in: escaped in HTML, as it is in plain text. A variable without a value is an error, not a gap. */
@Singleton
public final class Renderer {

    static final String PUBLIC_URL = "publicUrl";
    /** Known to every template without being given. */
    static final Set<String> IMPLICIT = Set.of(PUBLIC_URL);

    private static final String DISPLAY_NAME = "displayName";
    /**
     * What may stand in a greeting. A stranger who registers someone else's address chooses the name: it must not become
     * an advertisement or a link, which mail programs make of anything with a dot or a slash.
     */
    private static final Pattern GREETABLE = Pattern.compile("(?:[\\p{L}\\p{M}\\p{Nd} '’,-]|\\.(?= |$)){1,60}");

    /** Reach beyond the value they stand in: what follows would be read in the other direction. */
    private static final Pattern DIRECTIONS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    /** Are shown as the line breaks that no value may have. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\u2028\\u2029]");
    /** What a reader sees of a subject at most, and a header line takes unfolded. */
    private static final int LONGEST_SUBJECT = 200;

    private final String publicUrl;
    private final Layout layout;
    private final Map<Template, Compiled> compiled = new ConcurrentHashMap<>();

    private record Compiled(
            com.samskivert.mustache.Template subject,
            com.samskivert.mustache.Template text,
            com.samskivert.mustache.Template html) {

        static Compiled of(Template template) {
            var strict = Mustache.compiler().strictSections(true).emptyStringIsFalse(true);
            var plain = strict.escapeHTML(false);
            return new Compiled(
                    plain.compile(template.subject()),
                    plain.compile(template.text()),
                    Escaping.html(strict).compile(template.html()));
        }
    }

    @Inject
    public Renderer(EmailSettings settings) {
        this(settings.publicUrl());
    }

    Renderer(URI publicUrl) {
        this.publicUrl = publicUrl.toString();
        this.layout = new Layout(publicUrl);
    }

    /** @throws RenderingException naming the variable that has no value, or the subject when it is not one line */
    public RenderedMail render(Template template, Map<String, String> variables) {
        var values = new HashMap<String, String>();
        variables.forEach((name, value) -> values.put(name, tame(value)));
        values.put(PUBLIC_URL, publicUrl);
        Template.OPTIONAL.forEach(name -> values.putIfAbsent(name, ""));
        values.computeIfPresent(DISPLAY_NAME, (key, name) -> greetable(name));
        var texts = compiled.computeIfAbsent(template, Compiled::of);
        try {
            var subject = shortened(texts.subject().execute(values));
            if (subject.chars().anyMatch(Character::isISOControl)) {
                throw new RenderingException("the subject is not one line");
            }
            return new RenderedMail(
                    template.locale(),
                    subject,
                    layout.text(template.locale(), texts.text().execute(values)),
                    layout.html(template.locale(), subject, texts.html().execute(values)));
        } catch (MustacheException.Context e) {
            throw new RenderingException("variable " + e.key + " has no value");
        }
    }

    private static String tame(String value) {
        return SEPARATORS.matcher(DIRECTIONS.matcher(value).replaceAll("")).replaceAll(" ");
    }

    private static String shortened(String subject) {
        return subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    private static String greetable(String name) {
        var stripped = name.strip();
        return GREETABLE.matcher(stripped).matches() ? stripped : "";
    }
}
