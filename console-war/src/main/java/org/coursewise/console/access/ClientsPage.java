package org.coursewise.console.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.ShownOnce;
import org.jspecify.annotations.Nullable;

/** {@code /access/clients}: programs that call the API on their own account, and one more. */
@Named("clientsPage")
@RequestScoped
public class ClientsPage {

    private static final Call CLIENTS = Call.to("admin", "clients");
    private static final List<String> SCOPES =
            List.of("catalog:write", "learning:write", "recommendations:read", "emails:send", "models:train");

    @Inject
    Api api;

    @Inject
    ShownOnce shownOnce;

    @Inject
    HttpServletRequest request;

    private @Nullable String name;
    private String @Nullable [] scopes;
    private @Nullable Answer found;

    public void load() {
        found = api.get(CLIENTS.with("limit", 50).with("cursor", request.getParameter("cursor")));
    }

    public String create() {
        var made = api.post(
                CLIENTS,
                Map.of(
                        "name", Optional.ofNullable(name).orElse(""),
                        "scopes", Optional.ofNullable(scopes).map(List::of).orElse(List.of())));
        shownOnce.keep(ClientPage.SECRET, made.body());
        return "/access/client?faces-redirect=true&id=" + made.text("id");
    }

    public List<String> getAllScopes() {
        return SCOPES;
    }

    public List<Map<String, Object>> getRows() {
        return found == null ? List.of() : found.items();
    }

    public @Nullable String getNext() {
        return found == null ? null : found.nextCursor();
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public String @Nullable [] getScopes() {
        return scopes;
    }

    public void setScopes(String[] scopes) {
        this.scopes = scopes;
    }
}
