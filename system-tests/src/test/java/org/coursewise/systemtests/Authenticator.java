package org.coursewise.systemtests;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;

/** An authenticator app: RFC 6238 as it is written there, with nothing but what Java has. */
final class Authenticator {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int STEP_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(2 * STEP_SECONDS);

    private final byte[] secret;
    private long lastStep;

    /** @param secret in Base32 */
    Authenticator(String secret) {
        this.secret = decoded(secret);
    }

    /** A code that is good now and was not given before; it waits for one, should it have to. */
    String next() {
        var step = Math.max(lastStep + 1, now());
        Awaitility.await("the next code").atMost(PATIENCE).until(() -> now() + 1 >= step);
        lastStep = step;
        return codeOf(step);
    }

    /** Codes that are not good and will not be so soon. */
    List<String> wrong(int count) {
        var good =
                LongStream.range(now() - 3, now() + 10).mapToObj(this::codeOf).toList();
        return Stream.iterate(100_000, code -> code + 1)
                .map(String::valueOf)
                .filter(code -> !good.contains(code))
                .limit(count)
                .toList();
    }

    byte[] secret() {
        return secret.clone();
    }

    private static long now() {
        return Instant.now().getEpochSecond() / STEP_SECONDS;
    }

    private String codeOf(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * BITS / Byte.SIZE);
        var bits = 0;
        var count = 0;
        for (var i = 0; i < base32.length(); i++) {
            bits = bits << BITS | BASE32.indexOf(base32.charAt(i));
            count += BITS;
            if (count >= Byte.SIZE) {
                count -= Byte.SIZE;
                bytes.put((byte) (bits >> count));
            }
        }
        return bytes.array();
    }
}
