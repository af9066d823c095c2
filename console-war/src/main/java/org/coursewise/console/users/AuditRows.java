package org.coursewise.console.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.coursewise.console.api.Json;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.web.Language;

/** Entries of the audit trail in words, with the names of those in them. */
@RequestScoped
class AuditRows {

    /** What leads nowhere for a reader, or stands behind the entry's link. */
    private static final Set<String> LEFT_OUT = Set.of("session", "import");

    @Inject
    Names names;

    @Inject
    HttpServletRequest request;

    AuditRow row(Map<String, Object> event) {
        var texts = Texts.of("users", Language.of(request));
        var type = Json.text(event, "type");
        return new AuditRow(
                Json.text(event, "id"),
                Json.text(event, "at"),
                what(texts, type),
                names.actor(Json.text(event, "actorKind"), Json.text(event, "actor")),
                names.user(Json.text(event, "subject")),
                Json.text(event, "address"),
                details(texts, event),
                link(event, type));
    }

    /** A kind that is newer than this page is called what the API calls it. */
    private static String what(Texts texts, String type) {
        return texts.has("event." + type) ? texts.get("event." + type) : type;
    }

    private static String details(Texts texts, Map<String, Object> event) {
        return event.get("details") instanceof Map<?, ?> details
                ? details.entrySet().stream()
                        .filter(detail -> !LEFT_OUT.contains(String.valueOf(detail.getKey())))
                        .map(detail -> label(texts, String.valueOf(detail.getKey())) + ": " + detail.getValue())
                        .collect(Collectors.joining("; "))
                : "";
    }

    private static String label(Texts texts, String name) {
        return texts.has("detail." + name) ? texts.get("detail." + name) : name;
    }

    private static String link(Map<String, Object> event, String type) {
        if (event.get("details") instanceof Map<?, ?> details && details.get("import") != null) {
            return "/users/import?id=" + details.get("import");
        }
        var subject = Json.text(event, "subject");
        return "/users/audit?type=" + type + (subject.isEmpty() ? "" : "&about=" + subject);
    }
}
