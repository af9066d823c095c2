package org.coursewise.console.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Format;
import org.coursewise.console.layout.Notices;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.web.Language;
import org.jspecify.annotations.Nullable;

/** {@code /mail/message?id=…}: one mail's way, why it did not arrive, and what to do. */
@Named("mailMessage")
@RequestScoped
public class MessagePage {

    private static final String FEATURE = "mail";
    private static final String NOBODY = "-";
    private static final Set<String> RETRIABLE = Set.of("deferred", "bounced", "suppressed", "failed");

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    Format format;

    @Inject
    HttpServletRequest request;

    private String id = NOBODY;
    private Map<String, Object> message = Map.of();
    private List<Map<String, Object>> events = List.of();
    private @Nullable Map<String, Object> suppression;

    public void load() {
        message = api.get(Call.to("messages", id)).body();
        events = api.get(Call.to("messages", id, "events")).items();
        suppression = message.get("to") instanceof String to && why().isAboutTheList()
                ? new SuppressionList(api).find(to).orElse(null)
                : null;
    }

    public String retry() {
        api.post(Call.to("messages", id, "retries"), null);
        notices.done(FEATURE, "message.retried");
        return "/mail/message?faces-redirect=true&includeViewParams=true";
    }

    /** Why the mail is where it is, in a sentence. */
    public String getReason() {
        return texts().get(
                        why().key(),
                        text("lastReply"),
                        text("to"),
                        text("attempts"),
                        format.time(message.get("sentAt")));
    }

    /** What to do about it. */
    public String getAdvice() {
        return why() == Why.ON_THE_LIST && !isListed()
                ? texts().get("why.off-the-list.do")
                : texts().get(why().key() + ".do", text("lastReply"), text("to"));
    }

    /** What the list of suppressed addresses has to say; empty where it has nothing to do with it. */
    public String getListedWords() {
        if (!why().isAboutTheList() || message.get("to") == null) {
            return "";
        }
        return suppression == null
                ? texts().get("message.not-listed", text("to"))
                : texts().get(
                                "message.listed",
                                text("to"),
                                format.time(suppression.get("since")),
                                String.valueOf(suppression.get("reason")));
    }

    public boolean isListed() {
        return suppression != null;
    }

    public boolean isRetriable() {
        return RETRIABLE.contains(text("status"));
    }

    private Why why() {
        return Why.of(text("status"), (String) message.get("lastReply"));
    }

    private Texts texts() {
        return Texts.of(FEATURE, Language.of(request));
    }

    private String text(String name) {
        return Optional.ofNullable(message.get(name)).map(Object::toString).orElse("–");
    }

    public Map<String, Object> getMessage() {
        return message;
    }

    public List<Map<String, Object>> getEvents() {
        return events;
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null || id.isBlank() ? NOBODY : id.strip();
    }
}
