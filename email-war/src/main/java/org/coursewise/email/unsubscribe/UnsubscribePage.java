package org.coursewise.email.unsubscribe;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.coursewise.email.preference.Category;
import org.coursewise.email.settings.EmailSettings;

/** What a browser shows behind an unsubscribe link: a page without scripts or styles, in the recipient's language. */
@Singleton
final class UnsubscribePage {

    private static final String GERMAN = "de";
    private static final Map<Category, String> IN_ENGLISH = Map.of(
            Category.SECURITY, "about your account",
            Category.ENROLLMENT, "about your courses",
            Category.RECOMMENDATIONS, "with recommendations");
    private static final Map<Category, String> IN_GERMAN = Map.of(
            Category.SECURITY, "zu Ihrem Konto",
            Category.ENROLLMENT, "zu Ihren Kursen",
            Category.RECOMMENDATIONS, "mit Empfehlungen");

    private final String publicUrl;
    private final Template english = page("en");
    private final Template german = page(GERMAN);

    @Inject
    UnsubscribePage(EmailSettings settings) {
        this.publicUrl = settings.publicUrl().toString();
    }

    String html(Category category, boolean subscribed, String locale) {
        var isGerman = locale.startsWith(GERMAN);
        var about = (isGerman ? IN_GERMAN : IN_ENGLISH).getOrDefault(category, "");
        return (isGerman ? german : english)
                .execute(Map.of("about", about, "subscribed", subscribed, "publicUrl", publicUrl));
    }

    private static Template page(String language) {
        try (var in = UnsubscribePage.class.getResourceAsStream("/unsubscribe/" + language + ".html")) {
            if (in == null) {
                throw new IllegalStateException("unsubscribe/" + language + ".html is not in the archive");
            }
            return Mustache.compiler().compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
