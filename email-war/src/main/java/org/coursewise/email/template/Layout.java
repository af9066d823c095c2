package org.coursewise.email.template;

import com.samskivert.mustache.Mustache;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What surrounds the body of every mail: whom it is from, and in HTML how it looks. */
final class Layout {

    private static final String FOLDER = "layout/";

    private final com.samskivert.mustache.Template text;
    private final com.samskivert.mustache.Template html;
    private final Map<String, String> footers = new HashMap<>();

    Layout(URI publicUrl) {
        this.text = Mustache.compiler().escapeHTML(false).compile(BuiltIn.file(FOLDER + "layout.txt"));
        this.html = Escaping.html(Mustache.compiler()).compile(BuiltIn.file(FOLDER + "layout.html"));
        for (var language : BuiltIn.LANGUAGES) {
            var footer = Mustache.compiler()
                    .escapeHTML(false)
                    .compile(BuiltIn.file(FOLDER + "footer." + language + ".txt"))
                    .execute(Map.of(Renderer.PUBLIC_URL, publicUrl.toString()));
            footers.put(language, footer.stripTrailing());
        }
    }

    String text(String locale, String body) {
        return text.execute(Map.of("body", body, "footer", footer(locale)));
    }

    String html(String locale, String subject, String body) {
        return html.execute(Map.of(
                "locale",
                locale,
                "subject",
                subject,
                "body",
                body.stripTrailing(),
                "footer",
                footer(locale).lines().toList()));
    }

    private String footer(String locale) {
        return Locales.fallbacks(locale)
                .map(footers::get)
                .filter(footer -> footer != null)
                .findFirst()
                .orElseThrow();
    }
}
