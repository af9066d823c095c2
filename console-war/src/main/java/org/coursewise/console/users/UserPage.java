package org.coursewise.console.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.jspecify.annotations.Nullable;

/** {@code /users/user?id=}: one account, and what happened with it. */
@Named("userPage")
@RequestScoped
public class UserPage {

    private static final int SESSIONS = 50;

    @Inject
    Api api;

    @Inject
    AuditRows audit;

    @Inject
    Timeline timeline;

    private String id = "";
    private Map<String, Object> user = Map.of();
    private List<Map<String, Object>> sessions = List.of();
    private boolean hasMoreSessions;
    private @Nullable String etag;
    private String @Nullable [] roles;
    private @Nullable String externalId;
    private @Nullable AuditRow locked;
    private boolean hasFactor;
    private List<Moment> moments = List.of();

    public void load() {
        var answer = api.get(path());
        user = answer.body();
        // what somebody saw and typed stays after a refusal
        etag = etag == null ? answer.etag() : etag;
        roles = roles == null ? rolesOf(answer) : roles;
        externalId = externalId == null ? answer.text("externalId") : externalId;
        var open = api.get(path("sessions").with("limit", SESSIONS));
        sessions = open.items();
        hasMoreSessions = open.nextCursor() != null;
        locked = isLocked() ? newest("locked").map(audit::row).orElse(null) : null;
        hasFactor = number(newest("factor-added")) > number(newest("factor-removed"));
        moments = timeline.of(id, String.valueOf(user.get("email")));
    }

    Call path(String... more) {
        return Call.to("admin", "users", id).below(more);
    }

    private Optional<Map<String, Object>> newest(String type) {
        return api
                .get(Call.to("admin", "audit-events")
                        .with("subject", id)
                        .with("type", type)
                        .with("limit", 1))
                .items()
                .stream()
                .findFirst();
    }

    /** Entries are numbered in the order of what happened. */
    private static long number(Optional<Map<String, Object>> event) {
        return event.map(entry -> Long.parseLong(String.valueOf(entry.get("id"))))
                .orElse(-1L);
    }

    private static String[] rolesOf(Answer answer) {
        return answer.body().get("roles") instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toArray(String[]::new)
                : new String[0];
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Map<String, Object> getUser() {
        return user;
    }

    /** The address as it stands in a link. */
    public String getMailQuery() {
        return URLEncoder.encode(String.valueOf(user.get("email")), UTF_8);
    }

    private boolean isLocked() {
        return "locked".equals(user.get("status"));
    }

    /** Who locked the account, and when. */
    public @Nullable AuditRow getLocked() {
        return locked;
    }

    /** Whether log-in asks for a code, as the trail tells. */
    public boolean isWithFactor() {
        return hasFactor;
    }

    public List<Map<String, Object>> getSessions() {
        return sessions;
    }

    public boolean isMoreSessions() {
        return hasMoreSessions;
    }

    public List<Moment> getMoments() {
        return moments;
    }

    public List<String> getMissing() {
        return timeline.missing();
    }

    public @Nullable String getEtag() {
        return etag;
    }

    public void setEtag(@Nullable String etag) {
        this.etag = etag;
    }

    public String @Nullable [] getRoles() {
        return roles;
    }

    public void setRoles(String[] roles) {
        this.roles = roles;
    }

    public @Nullable String getExternalId() {
        return externalId;
    }

    public void setExternalId(@Nullable String externalId) {
        this.externalId = externalId;
    }
}
