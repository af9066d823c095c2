package org.coursewise.rest.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The issuer's public keys, and the file that MicroProfile JWT reads them from. The server reads that file at each token
 * whose key it does not know, and keeps all it finds once more: so they stand in it only while it learns a key from a token
 * that the issuer has signed. It must never fetch them itself: it would do so while every other check of a token waits,
 * without a time-out.
 */
public final class IssuerKeys {

    /** What the server finds while it is to learn nothing. */
    static final String NONE = "{\"keys\":[]}";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final Path kept;
    private volatile Map<String, JsonNode> keys = Map.of();
    private volatile Set<String> learnt = Set.of();
    private String content = "";

    /** While the file holds the keys. */
    @FunctionalInterface
    interface Lesson {

        /** Tells whether the server has taken a token of the key. */
        boolean take() throws IOException;
    }

    /**
     * What an earlier run left beside the file is good until newer keys come.
     *
     * @param file what MicroProfile JWT reads
     * @throws IOException when it cannot be written
     */
    public IssuerKeys(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        this.kept = this.file.resolveSibling("issuer-keys.json");
        write(this.file, NONE);
        try {
            if (Files.exists(kept)) {
                content = Files.readString(kept);
                keys = parsed(content);
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
        var next = parsed(jwks);
        write(kept, jwks);
        content = jwks;
        keys = next;
    }

    /** Whether the issuer publishes a key of this id. */
    boolean has(String id) {
        return keys.containsKey(id);
    }

    /** The published key of this id, as a JWK. */
    Optional<JsonNode> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    boolean areKnown() {
        return !keys.isEmpty();
    }

    /** Shows the keys to the server for as long as the lesson lasts, unless it has learnt this one from another. */
    synchronized boolean teach(String id, Lesson lesson) throws IOException {
        if (learnt.contains(id)) {
            return lesson.take();
        }
        write(file, content);
        try {
            var taken = lesson.take();
            if (taken) {
                learnt = keys.keySet();
            }
            return taken;
        } finally {
            write(file, NONE);
        }
    }

    /** In one step: whoever reads sees what was there before, or all of this. */
    private static void write(Path target, String text) throws IOException {
        var folder = Files.createDirectories(target.getParent());
        var written = Files.createTempFile(folder, "jwks", ".json");
        Files.writeString(written, text);
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, JsonNode> parsed(String jwks) {
        try {
            var found = new HashMap<String, JsonNode>();
            JSON.readTree(jwks)
                    .path("keys")
                    .valueStream()
                    .filter(key -> key.path("kid").isString())
                    .forEach(key -> found.put(key.path("kid").asString(), key));
            if (found.isEmpty()) {
                throw new IllegalArgumentException("A JWK set without a key that has an id");
            }
            return Map.copyOf(found);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("No JWK set", e);
        }
    }
}
