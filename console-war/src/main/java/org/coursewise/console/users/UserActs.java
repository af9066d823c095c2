package org.coursewise.console.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewise.console.api.Api;
import org.coursewise.console.layout.Notices;

/** What an administrator does with the account that {@link UserPage} shows. Each ends on the same page, with a word of it. */
@Named("userActs")
@RequestScoped
public class UserActs {

    private static final String SAME_PAGE = "/users/user?faces-redirect=true&includeViewParams=true";

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    UserPage page;

    public String changeRoles() {
        var roles = Optional.ofNullable(page.getRoles()).map(List::of).orElse(List.of());
        api.put(page.path("roles"), Map.of("roles", roles), page.getEtag());
        return done("roles.done");
    }

    public String lock() {
        api.put(page.path("lock"), null, null);
        return done("lock.done");
    }

    public String unlock() {
        api.delete(page.path("lock"), null);
        return done("unlock.done");
    }

    public String endSessions() {
        api.delete(page.path("sessions"), null);
        return done("sessions.done");
    }

    public String removeFactors() {
        api.delete(page.path("factors"), null);
        return done("factor.done");
    }

    public String link() {
        var externalId = Optional.ofNullable(page.getExternalId()).orElse("").strip();
        api.put(page.path("external-id"), Map.of("externalId", externalId), null);
        return done(externalId.isEmpty() ? "external.removed" : "external.done");
    }

    public String delete() {
        api.delete(page.path(), page.getEtag());
        notices.done("users", "delete.done", page.getId());
        return "/users/list?faces-redirect=true";
    }

    private String done(String key) {
        notices.done("users", key);
        return SAME_PAGE;
    }
}
