package org.coursewise.course.invitation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.coursewise.address.EmailAddress;
import org.coursewise.settings.SecretBox;

/**
 * How mail addresses are kept: as HMAC-SHA-256, to be compared by, and sealed with AES-256-GCM where somebody has to read
 * them again. Who has the database alone can do neither.
 */
final class Addresses {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String CONTEXT = "invited-address";

    private final SecretKeySpec hashing;
    private final SecretBox box;

    private Addresses(SecretKeySpec hashing, SecretBox box) {
        this.hashing = hashing;
        this.box = box;
    }

    /** @param key 64 bytes: half of them hash, half of them seal */
    static Addresses of(byte[] key) {
        var half = key.length / 2;
        var sealing = Base64.getEncoder().encodeToString(Arrays.copyOf(key, half));
        return new Addresses(
                new SecretKeySpec(key, half, key.length - half, ALGORITHM), SecretBox.parse("address:" + sealing));
    }

    /** The same for two spellings that differ only in case. */
    String hash(EmailAddress address) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(hashing);
            return HexFormat.of().formatHex(mac.doFinal(address.key().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    String seal(EmailAddress address) {
        return box.seal(address.value(), CONTEXT);
    }

    String open(String sealed) {
        return box.openText(sealed, CONTEXT);
    }
}
