package org.coursewise.auth.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/**
 * A hundred thousand passwords that breaches have shown to be the most used ones, from the library nbvcxz; nothing is
 * looked up elsewhere. Of those that are long enough to be tried at all, 64 bits of a hash are kept: a third of a
 * megabyte, read at the first question, and a good password is mistaken for one of them once in 10^14.
 */
final class CommonPasswords {

    private static final String LIST = "/dictionaries/passwords.txt";
    /** In the order of their use; behind them the library adds what only its readers would think of. */
    private static final int COUNT = 100_000;

    private final int shortest;
    private long[] hashes = {};

    /** @param shortest shorter ones are never asked for */
    CommonPasswords(int shortest) {
        this.shortest = shortest;
    }

    /** Whether it is one of them, in upper or lower case. */
    boolean contains(String password) {
        return Arrays.binarySearch(hashes(), hash(sha256(), password.toLowerCase(Locale.ROOT))) >= 0;
    }

    private synchronized long[] hashes() {
        if (hashes.length == 0) {
            hashes = read();
        }
        return hashes;
    }

    private long[] read() {
        var digest = sha256();
        try (var in = CommonPasswords.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException(LIST + " is not in the archive");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .limit(COUNT)
                    .map(String::strip)
                    .filter(line -> line.length() >= shortest)
                    .mapToLong(line -> hash(digest, line.toLowerCase(Locale.ROOT)))
                    .sorted()
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long hash(MessageDigest digest, String text) {
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
