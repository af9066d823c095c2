package org.coursewise.console.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.jspecify.annotations.Nullable;

/** {@code /users/list}: finds accounts. */
@Named("usersPage")
@RequestScoped
public class UsersPage {

    private static final int ROWS = 50;

    @Inject
    Api api;

    @Inject
    HttpServletRequest request;

    private @Nullable Answer found;

    public void load() {
        found = api.get(Call.to("admin", "users")
                .with("query", request.getParameter("query"))
                .with("role", request.getParameter("role"))
                .with("status", request.getParameter("status"))
                .with("cursor", request.getParameter("cursor"))
                .with("limit", ROWS));
    }

    public List<Map<String, Object>> getRows() {
        return found == null ? List.of() : found.items();
    }

    public @Nullable String getNext() {
        return found == null ? null : found.nextCursor();
    }
}
