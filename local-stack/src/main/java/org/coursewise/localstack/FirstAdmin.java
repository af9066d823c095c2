package org.coursewise.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.coursewise.localstack.home.Secrets;

/**
 * The account that auth makes when it has no admin yet: as the environment names it, or else one with a password that
 * is made once and shown once.
 */
final class FirstAdmin {

    private static final String SECRET = "admin-password";

    private final Secrets secrets;
    private final Map<String, String> environment;

    FirstAdmin(Secrets secrets, Map<String, String> environment) {
        this.secrets = secrets;
        this.environment = Map.copyOf(environment);
    }

    String email() {
        return environment.getOrDefault("COURSEWISE_ADMIN_EMAIL", "admin@localhost");
    }

    String password() {
        return Optional.ofNullable(environment.get("COURSEWISE_ADMIN_PASSWORD"))
                .orElseGet(() -> secrets.password(SECRET));
    }

    /** What a shell puts in place of the password, between double quotes. */
    String passwordInShell() {
        return environment.containsKey("COURSEWISE_ADMIN_PASSWORD")
                ? "$COURSEWISE_ADMIN_PASSWORD"
                : "$(cat '" + secrets.file(SECRET) + "')";
    }

    /** What the table says of the password; only the first call for a home shows a random one. */
    String describePassword() {
        if (environment.containsKey("COURSEWISE_ADMIN_PASSWORD")) {
            return "the one in COURSEWISE_ADMIN_PASSWORD at the first start";
        }
        var shown = secrets.file(SECRET + ".shown");
        if (Files.exists(shown)) {
            return "printed at the first start, kept in " + secrets.file(SECRET);
        }
        var password = password();
        try {
            Files.createFile(shown);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + shown, e);
        }
        return password + "   (printed this once)";
    }
}
