package org.coursewise.rest.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which request a key stands for, and what it asked. Both are hashes: a store holds neither keys nor bodies in clear.
 *
 * @param id of the caller, the method, the path and the key
 * @param fingerprint of the query and the body's hash
 * @param caller of the caller alone
 */
record RequestIdentity(String id, String fingerprint, String caller) {

    static RequestIdentity of(String caller, String method, String path, String key, String query, byte[] bodyHash) {
        return new RequestIdentity(
                hash(bytes(caller), bytes(method), bytes(path), bytes(key)),
                hash(bytes(query), bodyHash),
                caller(caller));
    }

    /** What a caller's requests have in common. */
    static String caller(String distinguishingMark) {
        return hash(bytes(distinguishingMark));
    }

    private static String hash(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                // with its length, or "a" + "bc" would be "ab" + "c"
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
