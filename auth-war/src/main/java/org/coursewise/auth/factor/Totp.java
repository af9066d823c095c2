package org.coursewise.auth.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) as every authenticator app makes them: HMAC-SHA-1, six digits, a new one each
 * 30 seconds. The code before and the one after the current are taken too, for clocks that differ.
 */
final class Totp {

    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);

    private static final int STEPS_ASIDE = 1;
    /** 160 bits, as RFC 4226, section 4, recommends. */
    private static final int SECRET_BYTES = 20;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR =
            new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

    private Totp() {}

    static byte[] newSecret() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /**
     * The time step a code belongs to, empty when it is none of now or no later than {@code lastStep}. How long it takes
     * tells nothing about the right code.
     */
    static OptionalLong stepOf(String code, byte[] secret, long lastStep, Instant now) {
        var key = new SecretKeySpec(secret, GENERATOR.getAlgorithm());
        var given = code.getBytes(StandardCharsets.UTF_8);
        var current = now.getEpochSecond() / STEP.toSeconds();
        var found = OptionalLong.empty();
        for (var step = current - STEPS_ASIDE; step <= current + STEPS_ASIDE; step++) {
            var matches = MessageDigest.isEqual(codeOf(key, step).getBytes(StandardCharsets.UTF_8), given);
            if (matches && step > lastStep) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static String codeOf(SecretKey key, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key for HMAC", e);
        }
    }
}
