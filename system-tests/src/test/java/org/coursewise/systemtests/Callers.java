package org.coursewise.systemtests;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.coursewise.localstack.LocalStack;
import org.coursewise.systemtests.AuthorizationTable.Who;

/** One person of each kind, and one machine client with each scope. */
final class Callers {

    static final List<String> SCOPES =
            List.of("catalog:write", "learning:write", "recommendations:read", "emails:send", "models:train");

    private final People people;
    private final Map<Who, String> tokens = new EnumMap<>(Who.class);
    private final Map<String, String> clients = new HashMap<>();

    Callers(LocalStack stack) {
        this.people = new People(stack);
        for (var who : EnumSet.complementOf(EnumSet.of(Who.NOBODY))) {
            var first = people.join(address(who));
            people.grant(first, AuthorizationTable.roles(who).toArray(String[]::new));
        }
        SCOPES.forEach(scope -> clients.put(scope, people.client(scope)));
    }

    /** An access token; empty for nobody. */
    String token(Who who) {
        return who == Who.NOBODY ? "" : tokens.computeIfAbsent(who, kind -> people.logIn(address(kind)));
    }

    /** As {@link #token}, in a session of its own. */
    String anotherSession(Who who) {
        return people.logIn(address(who));
    }

    /** After what may have ended the session. */
    void forget(Who who) {
        tokens.remove(who);
    }

    String client(String scope) {
        return Objects.requireNonNull(clients.get(scope));
    }

    private static String address(Who who) {
        return who.name().toLowerCase(Locale.ROOT) + ".authorization@example.org";
    }
}
