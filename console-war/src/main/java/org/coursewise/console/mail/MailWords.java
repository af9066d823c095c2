package org.coursewise.console.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.web.Language;

/** What states, texts and languages are called on every page about mail. */
@Named("mailWords")
@RequestScoped
public class MailWords {

    static final List<String> STATUSES =
            List.of("queued", "sending", "sent", "deferred", "bounced", "suppressed", "failed");

    @Inject
    HttpServletRequest request;

    public List<String> getStatuses() {
        return STATUSES;
    }

    public String status(String status) {
        return word("status." + status, status);
    }

    /** How a state is marked, beside its word. */
    public String mark(String status) {
        return switch (status) {
            case "sent" -> "good";
            case "deferred", "suppressed" -> "warn";
            case "bounced", "failed" -> "bad";
            default -> "";
        };
    }

    /** What a mail of this name is about; its name where somebody has added it since. */
    public String template(String name) {
        return word("template." + name, name);
    }

    /** When it is sent. */
    public String when(String name) {
        return word("when." + name, "");
    }

    public String version(int version) {
        return Texts.of("mail", Language.of(request)).get("template.version", version);
    }

    public String category(String name) {
        return word("category." + name, name);
    }

    public String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Language.of(request));
    }

    private String word(String key, String otherwise) {
        var texts = Texts.of("mail", Language.of(request));
        return texts.has(key) ? texts.get(key) : otherwise;
    }
}
