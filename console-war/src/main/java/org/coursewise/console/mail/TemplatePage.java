package org.coursewise.console.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Notices;
import org.coursewise.console.session.Visit;
import org.jspecify.annotations.Nullable;

/** {@code /mail/template?name&locale}: a mail's texts in one language, to be changed, looked at and tried. */
@Named("mailTemplate")
@RequestScoped
public class TemplatePage {

    private static final String FEATURE = "mail";
    private static final String TEMPLATES = "templates";
    private static final String FIRST_LANGUAGE = "en";
    private static final String AGAIN = "/mail/template?faces-redirect=true&includeViewParams=true";
    private static final String NONE = "-";

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    TemplatePreview preview;

    @Inject
    Visit visit;

    @Inject
    HttpServletRequest request;

    private String name = NONE;
    private String locale = NONE;
    private String etag = "";
    private String subject = "";
    private String text = "";
    private String html = "";
    private boolean isTyped;
    private boolean isNew;
    private int version;
    private List<String> variables = List.of();
    private Map<String, String> values = Map.of();
    private Map<String, Object> shown = Map.of();
    private FieldComplaints complaints = FieldComplaints.NONE;
    private FieldComplaints previewComplaints = FieldComplaints.NONE;

    /** A variable and what it is filled in with. */
    public record Variable(String name, String value, List<String> complaints) {}

    public void load() {
        var found = read(locale);
        isNew = found.isEmpty();
        // a text in a new language begins as the English one
        var source = found.or(() -> read(FIRST_LANGUAGE)).orElseThrow();
        if (!isTyped) {
            etag = isNew ? "" : source.etag();
            subject = source.text("subject");
            text = source.text("text");
            html = source.text("html");
        }
        version = isNew ? 0 : source.version();
        var names = new TreeSet<>(source.variables());
        if (!FIRST_LANGUAGE.equals(locale)) {
            read(FIRST_LANGUAGE).ifPresent(first -> names.addAll(first.variables()));
        }
        variables = List.copyOf(names);
        values = preview.values(source.variables());
        if (!isNew) {
            render();
        }
    }

    /** As the API has it. */
    private record Kept(Map<String, Object> body, String etag) {

        String text(String field) {
            return String.valueOf(body.getOrDefault(field, ""));
        }

        int version() {
            return body.get("version") instanceof Number number ? number.intValue() : 0;
        }

        List<String> variables() {
            return TemplatePreview.names(body.get("variables"));
        }
    }

    private Optional<Kept> read(String language) {
        try {
            var answer = api.get(Call.to(TEMPLATES, name, language));
            return Optional.of(new Kept(answer.body(), answer.etag() == null ? "" : answer.etag()));
        } catch (ApiException e) {
            if (e.isNotFound() && !language.equals(FIRST_LANGUAGE)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void render() {
        try {
            shown = preview.render(name, locale, values);
        } catch (ApiException e) {
            previewComplaints = FieldComplaints.of(e.problem());
            if (previewComplaints.isEmpty()) {
                throw e;
            }
        }
    }

    public @Nullable String save() {
        isTyped = true;
        var texts = Map.of("subject", subject, "text", text, "html", html);
        try {
            api.put(Call.to(TEMPLATES, name, locale), texts, etag.isEmpty() ? null : etag);
        } catch (ApiException e) {
            complaints = FieldComplaints.of(e.problem());
            if (!complaints.areAllOf("subject", "text", "html")) {
                throw e;
            }
            return null;
        }
        notices.done(FEATURE, "template.saved");
        return AGAIN;
    }

    /** To somebody else it is a mail like any other; to oneself it comes wanted or not. */
    public String testSend() {
        var to = Optional.ofNullable(request.getParameter("address")).orElse("").strip();
        var typed = preview.typed();
        var answer = to.isEmpty() || to.equalsIgnoreCase(getOwnAddress())
                ? api.post(Call.to(TEMPLATES, name, locale, "test-sends"), Map.of("variables", typed))
                : api.post(
                        Call.to("messages"), Map.of("to", to, "template", name, "locale", locale, "variables", typed));
        notices.done(FEATURE, "template.sent", to.isEmpty() ? getOwnAddress() : to);
        return "/mail/message?faces-redirect=true&id=" + answer.made();
    }

    public String getOwnAddress() {
        return String.valueOf(visit.getUser().getOrDefault("email", ""));
    }

    public List<Variable> getFilled() {
        return values.entrySet().stream()
                .map(entry -> new Variable(
                        entry.getKey(), entry.getValue(), previewComplaints.at("variables." + entry.getKey())))
                .toList();
    }

    public String getFrame() {
        return TemplatePreview.address(name, locale, values);
    }

    public Map<String, Object> getShown() {
        return shown;
    }

    public List<String> getVariables() {
        return variables;
    }

    public FieldComplaints getComplaints() {
        return complaints;
    }

    public boolean isNew() {
        return isNew;
    }

    public int getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null || name.isBlank() ? NONE : name.strip();
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(@Nullable String locale) {
        this.locale = locale == null || locale.isBlank() ? NONE : locale.strip();
    }

    public String getEtag() {
        return etag;
    }

    public void setEtag(@Nullable String etag) {
        this.etag = etag == null ? "" : etag;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject == null ? "" : subject;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text.replace("\r\n", "\n");
    }

    public String getHtml() {
        return html;
    }

    public void setHtml(@Nullable String html) {
        this.html = html == null ? "" : html.replace("\r\n", "\n");
    }
}
