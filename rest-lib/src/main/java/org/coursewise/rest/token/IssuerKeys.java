package org.coursewise.rest.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The issuer's public keys, in a file that MicroProfile JWT reads. It must never fetch them itself: it would do so while
 * every other check of a token waits, without a time-out, and for each token that names a key nobody knows.
 *
 * <p>It keeps what it has read, and reads the file again for each such token, keeping all keys once more: thousands of them
 * make every check slow. So after some of these the file is emptied, until there are other keys to be read.
 */
public final class IssuerKeys {

    /** So many that the file has been read for certain, whatever was under way when it was written. */
    private static final int READ_FOR_CERTAIN = 200;

    private static final String NONE = "{\"keys\":[]}";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final Path kept;
    private final AtomicInteger unknown = new AtomicInteger();
    private volatile Set<String> ids = Set.of();
    private String content = "";

    /**
     * What an earlier run knew is good until newer keys come.
     *
     * @param file for MicroProfile JWT; a copy that is never emptied lies beside it
     */
    public IssuerKeys(Path file) {
        this.file = file.toAbsolutePath();
        this.kept = this.file.resolveSibling("kept-" + file.getFileName());
        try {
            if (Files.exists(kept)) {
                replace(Files.readString(kept));
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
        write(kept, jwks);
        write(file, jwks);
        unknown.set(0);
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

    /** A token named a key that is not among these. */
    void missed() {
        if (unknown.incrementAndGet() == READ_FOR_CERTAIN) {
            hide();
        }
    }

    private synchronized void hide() {
        try {
            if (unknown.get() >= READ_FOR_CERTAIN) {
                write(file, NONE);
            }
        } catch (IOException e) {
            unknown.set(0);
        }
    }

    /** In one step: whoever reads sees what was there before, or all of this. */
    private static void write(Path target, String text) throws IOException {
        var folder = Files.createDirectories(target.getParent());
        var written = Files.createTempFile(folder, "jwks", ".json");
        Files.writeString(written, text);
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
