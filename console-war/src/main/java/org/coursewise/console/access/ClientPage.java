package org.coursewise.console.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.Json;
import org.coursewise.console.layout.Notices;
import org.coursewise.console.layout.ShownOnce;
import org.jspecify.annotations.Nullable;

/** {@code /access/client?id=}: one machine client and its secrets, of which a new one is shown this once. */
@Named("clientPage")
@RequestScoped
public class ClientPage {

    static final String SECRET = "client-secret";
    private static final String SAME_PAGE = "/access/client?faces-redirect=true&includeViewParams=true";

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    ShownOnce shownOnce;

    @Inject
    HttpServletRequest request;

    private String id = "";
    private Map<String, Object> client = Map.of();
    private Map<?, ?> told = Map.of();

    public void load() {
        client = found();
        told = shownOnce
                .take(SECRET, Map.class)
                .filter(made -> id.equals(made.get("id")))
                .orElse(Map.of());
    }

    /** The API lists clients and shows none by itself. */
    private Map<String, Object> found() {
        var cursor = (@Nullable String) null;
        do {
            var page = api.get(Call.to("admin", "clients").with("limit", 200).with("cursor", cursor));
            var found = page.items().stream()
                    .filter(each -> id.equals(each.get("id")))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            cursor = page.nextCursor();
        } while (cursor != null);
        return Map.of();
    }

    public String addSecret() {
        shownOnce.keep(
                SECRET,
                api.post(Call.to("admin", "clients", id, "secrets"), null).body());
        return SAME_PAGE;
    }

    /** The one whose button was pressed. */
    public String removeSecret() {
        api.delete(Call.to("admin", "clients", id, "secrets", request.getParameter("secret")), null);
        notices.done("access", "secret.removed");
        return SAME_PAGE;
    }

    public String delete() {
        api.delete(Call.to("admin", "clients", id), null);
        notices.done("access", "client.deleted");
        return "/access/clients?faces-redirect=true";
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Map<String, Object> getClient() {
        return client;
    }

    /** The new secret with the client's name for it, on the one page that shows them; else empty. */
    public Map<?, ?> getTold() {
        return told;
    }

    public List<Map<String, Object>> getSecrets() {
        return Json.list(client, "secrets");
    }
}
