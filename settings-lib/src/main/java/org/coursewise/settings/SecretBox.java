package org.coursewise.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals small secrets with AES-256-GCM (NIST SP 800-38D): a signing key at rest, a one-time token on its way to the mail
 * service, a stored answer. The first key seals, every key opens, so a key is rotated by putting a new one in front.
 *
 * <p>A sealed value is text: the key's id, a dot, and base64url of a 12-byte nonce, the cipher text and its 16-byte tag.
 * The context is authenticated but not stored: a value sealed for one purpose does not open for another.
 */
public final class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKeySpec> keys;
    private final String sealingId;
    private final SecretKeySpec sealingKey;

    private SecretBox(Map<String, SecretKeySpec> keys) {
        this.keys = Map.copyOf(keys);
        var first = keys.entrySet().iterator().next();
        this.sealingId = first.getKey();
        this.sealingKey = first.getValue();
    }

    /**
     * @param text {@code id:base64} pairs separated by commas, each of 32 bytes, the sealing one first
     * @throws IllegalArgumentException saying what is wrong, without the key
     */
    public static SecretBox parse(String text) {
        var keys = new LinkedHashMap<String, SecretKeySpec>();
        for (var pair : text.split(",", -1)) {
            var parts = pair.strip().split(":", 2);
            if (parts.length != 2 || !parts[0].matches("[A-Za-z0-9_-]{1,32}")) {
                throw new IllegalArgumentException("must be keys as id:base64, separated by commas");
            }
            keys.put(parts[0], new SecretKeySpec(keyBytes(parts[1]), "AES"));
        }
        return new SecretBox(keys);
    }

    /** A box with a key of its own that dies with the process. */
    public static SecretBox random() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretBox(Map.of("random", new SecretKeySpec(bytes, "AES")));
    }

    public String seal(String plain, String context) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    public String seal(byte[] plain, String context) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, sealingKey, nonce, context);
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealingId + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /** Whether a sealed value no longer depends on any key but the first. */
    public boolean isSealedByFirstKey(String sealed) {
        return sealed.startsWith(sealingId + ".");
    }

    /** @throws UnsealableException when it was changed, sealed for another purpose or with a key that is gone */
    public byte[] open(String sealed, String context) {
        var dot = sealed.indexOf('.');
        var key = dot < 0 ? null : keys.get(sealed.substring(0, dot));
        if (key == null) {
            throw new UnsealableException("Sealed with a key that is not configured");
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            if (bytes.length < NONCE_BYTES) {
                throw new UnsealableException("Too short to be a sealed value");
            }
            var cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(bytes, NONCE_BYTES), context);
            return cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
        } catch (IllegalArgumentException | AEADBadTagException e) {
            throw new UnsealableException("Changed, or sealed for another purpose");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    public String openText(String sealed, String context) {
        return new String(open(sealed, context), StandardCharsets.UTF_8);
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] keyBytes(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a key is not base64", e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key must have 32 bytes; make one with: openssl rand -base64 32");
        }
        return bytes;
    }
}
