package org.coursewise.console.users;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Notices;
import org.jspecify.annotations.Nullable;

/** {@code /users/import?id=}: how far a file of users is, and which of its rows were refused. */
@Named("userImportPage")
@RequestScoped
public class ImportPage {

    private static final Set<String> GOING = Set.of("queued", "running");

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private String id = "";
    private Map<String, Object> job = Map.of();
    private @Nullable Answer errors;

    /** Also when the page asks by itself how far it is, which reads nothing of the page's but its address. */
    @PostConstruct
    void readAddress() {
        id = Objects.toString(request.getParameter("id"), "");
    }

    public void load() {
        job = api.get(Call.to("admin", "user-imports", id)).body();
        errors = api.get(Call.to("admin", "user-imports", id, "errors")
                .with("cursor", request.getParameter("cursor"))
                .with("limit", 50));
    }

    /** Whatever its state is by now: it changes every second. */
    public String cancel() {
        api.delete(Call.to("admin", "user-imports", id), "*");
        notices.done("users", "import.cancelled");
        return "/users/import?faces-redirect=true&includeViewParams=true";
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Map<String, Object> getJob() {
        return job;
    }

    public boolean isGoing() {
        return GOING.contains(String.valueOf(job.get("status")));
    }

    public List<Map<String, Object>> getErrors() {
        return errors == null ? List.of() : errors.items();
    }

    public @Nullable String getNext() {
        return errors == null ? null : errors.nextCursor();
    }
}
