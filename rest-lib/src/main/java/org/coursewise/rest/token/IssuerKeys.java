package org.coursewise.rest.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The issuer's public keys, in a file that MicroProfile JWT reads. It must never fetch them itself: it would do so while
 * every other check of a token waits, without a time-out, and for each token that names a key nobody knows.
 */
public final class IssuerKeys {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private volatile Set<String> ids = Set.of();
    private String content = "";

    /** @param file what an earlier run left there is good until newer keys come */
    public IssuerKeys(Path file) {
        this.file = file.toAbsolutePath();
        try {
            if (Files.exists(file)) {
                content = Files.readString(file);
                ids = idsOf(content);
            }
        } catch (IOException | IllegalArgumentException e) {
            content = "";
        }
    }

    /**
     * These are the keys from now on.
     *
     * @param jwks a JWK set (RFC 7517)
     * @throws IllegalArgumentException when it has no key: the former ones stay
     * @throws IOException when the file can not be written
     */
    public synchronized void replace(String jwks) throws IOException {
        if (jwks.equals(content)) {
            return;
        }
        var next = idsOf(jwks);
        write(jwks);
        content = jwks;
        ids = next;
    }

    /** Whether the issuer publishes a key of this id. */
    boolean has(String id) {
        return ids.contains(id);
    }

    boolean areKnown() {
        return !ids.isEmpty();
    }

    /** In one step: whoever reads sees what was there before, or all of this. */
    private void write(String text) throws IOException {
        var folder = Files.createDirectories(file.getParent());
        var written = Files.createTempFile(folder, "jwks", ".json");
        Files.writeString(written, text);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Set<String> idsOf(String jwks) {
        try {
            var found = JSON.readTree(jwks)
                    .path("keys")
                    .valueStream()
                    .map(key -> key.path("kid"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .collect(Collectors.toUnmodifiableSet());
            if (found.isEmpty()) {
                throw new IllegalArgumentException("A JWK set without a key that has an id");
            }
            return found;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("No JWK set", e);
        }
    }
}
