package org.coursewise.auth.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * PBKDF2 (RFC 8018) with HMAC, as a PHC string or as passlib writes it, {@code $pbkdf2-sha256$i=600000$salt$hash} with or
 * without {@code i=}, and as Django does, {@code pbkdf2_sha256$600000$salt$hash}, whose salt is text.
 */
final class Pbkdf2Format implements HashFormat {

    private static final Pattern PHC = Pattern.compile(
            "\\$pbkdf2-(sha1|sha256|sha512)\\$(?:i=)?([0-9]{1,9})(?:,l=[0-9]{1,3})?\\$([A-Za-z0-9+/.]{1,171})\\$([A-Za-z0-9+/.]{1,171})");
    private static final Pattern DJANGO = Pattern.compile(
            "pbkdf2_(sha1|sha256|sha512)\\$([0-9]{1,9})\\$([^$\\p{Cntrl}]{1,128})\\$([A-Za-z0-9+/]{1,171}={0,2})");
    private static final int LEAST_ROUNDS = 1_000;
    /** About a second of a processor. */
    private static final int MOST_ROUNDS = 1_500_000;

    private static final int LEAST_BYTES = 16;
    private static final int MOST_BYTES = 64;

    private static final class Kept {

        final String digest;
        final int rounds;
        final byte[] salt;
        final byte[] hash;

        Kept(String digest, String rounds, byte[] salt, byte[] hash) {
            this.digest = digest;
            this.rounds = Integer.parseInt(rounds);
            this.salt = salt;
            this.hash = hash;
        }

        /** Each block of the digest's length costs all the rounds. */
        long work() {
            var block = digest.equals("sha512") ? 64 : digest.equals("sha256") ? 32 : 20;
            return (long) rounds * ((hash.length + block - 1) / block);
        }
    }

    @Override
    public boolean claims(String hash) {
        return hash.startsWith("$pbkdf2") || hash.startsWith("pbkdf2_");
    }

    @Override
    public @Nullable String complaint(String hash) {
        var kept = read(hash).orElse(null);
        if (kept == null || kept.hash.length < LEAST_BYTES || kept.hash.length > MOST_BYTES) {
            return "is no PBKDF2 hash, such as $pbkdf2-sha256$i=600000$salt$hash or pbkdf2_sha256$600000$salt$hash";
        }
        if (kept.rounds < LEAST_ROUNDS) {
            return "has fewer than 1000 iterations";
        }
        return kept.work() > MOST_ROUNDS ? "takes too much time; up to 1500000 iterations are taken" : null;
    }

    @Override
    public boolean verify(String password, String hash) {
        return read(hash)
                .filter(kept -> MessageDigest.isEqual(kept.hash, derived(password, kept)))
                .isPresent();
    }

    private static byte[] derived(String password, Kept kept) {
        var spec = new PBEKeySpec(password.toCharArray(), kept.salt, kept.rounds, kept.hash.length * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmac" + kept.digest.toUpperCase(Locale.ROOT))
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static Optional<Kept> read(String hash) {
        try {
            var phc = PHC.matcher(hash);
            if (phc.matches()) {
                return Optional.of(new Kept(phc.group(1), phc.group(2), decoded(phc.group(3)), decoded(phc.group(4))));
            }
            var django = DJANGO.matcher(hash);
            return django.matches()
                    ? Optional.of(new Kept(
                            django.group(1),
                            django.group(2),
                            django.group(3).getBytes(StandardCharsets.UTF_8),
                            decoded(django.group(4))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // no Base64
            return Optional.empty();
        }
    }

    /** passlib writes a dot for the plus. */
    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text.replace('.', '+'));
    }
}
