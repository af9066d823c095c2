package org.coursewise.console.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.web.Language;
import org.jspecify.annotations.Nullable;

/** Who stands behind an id, each asked for once in a request: the trail itself names nobody. */
@RequestScoped
class Names {

    @Inject
    Api api;

    @Inject
    HttpServletRequest request;

    private final Map<String, Who> known = new HashMap<>();

    /**
     * Somebody as a page names them.
     *
     * @param link to their page; null where there is none
     */
    public record Who(String name, @Nullable String link) {}

    /** @param kind as the trail has it: user, client, anonymous or system */
    Who actor(String kind, String id) {
        return switch (kind) {
            case "user" -> user(id);
            case "client" -> new Who(id, "/access/clients");
            default -> new Who(Texts.of("users", Language.of(request)).get("actor." + kind), null);
        };
    }

    Who user(String id) {
        return id.isEmpty() ? new Who("", null) : known.computeIfAbsent(id, this::asked);
    }

    /** The id of the account with this address, if there is one; what is no address is an id already. */
    Optional<String> idOf(String addressOrId) {
        var text = addressOrId.strip();
        return text.contains("@")
                ? api.get(Call.to("admin", "users").with("query", text)).items().stream()
                        .filter(user -> text.equalsIgnoreCase(String.valueOf(user.get("email"))))
                        .map(user -> String.valueOf(user.get("id")))
                        .findFirst()
                : Optional.of(text);
    }

    private Who asked(String id) {
        try {
            var user = api.get(Call.to("admin", "users", id));
            return new Who(user.text("displayName") + " (" + user.text("email") + ")", "/users/user?id=" + id);
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return new Who(Texts.of("users", Language.of(request)).get("actor.deleted", id), null);
            }
            throw e;
        }
    }
}
