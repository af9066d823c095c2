package org.coursewise.auth.token;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a machine client may be allowed to do. */
public enum Scope {
    CATALOG_WRITE("catalog:write"),
    LEARNING_WRITE("learning:write"),
    RECOMMENDATIONS_READ("recommendations:read"),
    EMAILS_SEND("emails:send"),
    MODELS_TRAIN("models:train");

    private final String wireName;

    Scope(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<Scope> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName.equals(name))
                .findFirst();
    }

    static List<String> all() {
        return Arrays.stream(values()).map(Scope::wireName).toList();
    }
}
