package org.coursewise.console.catalogue;

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

/** {@code /imports/import}: how far an import is, and which rows it refused. */
@Named("importPage")
@RequestScoped
public class ImportPage {

    private static final Set<String> GOING_ON = Set.of("queued", "running");

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private String id = "";
    private Map<String, Object> job = Map.of();
    private Answer errors = new Answer(200, Map.of(), null, null);

    /** Also when the page asks by itself how far it is, which reads nothing of the page's but its address. */
    @PostConstruct
    void readAddress() {
        id = Objects.toString(request.getParameter("id"), "");
    }

    public void load() {
        job = api.get(Call.to("imports", id)).body();
        errors = api.get(Call.to("imports", id, "errors").with("cursor", request.getParameter("cursor")));
    }

    /** A running job changes every second: any state of it is meant. */
    public String cancel() {
        api.delete(Call.to("imports", id), "*");
        notices.done("catalogue", "import.cancelled");
        return "/imports/import?faces-redirect=true&id=" + id;
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = Objects.toString(id, "");
    }

    public Map<String, Object> getJob() {
        return job;
    }

    public boolean isGoingOn() {
        return GOING_ON.contains(Objects.toString(job.get("status"), ""));
    }

    public List<Map<String, Object>> getErrors() {
        return errors.items();
    }

    public @Nullable String getNextCursor() {
        return errors.nextCursor();
    }
}
