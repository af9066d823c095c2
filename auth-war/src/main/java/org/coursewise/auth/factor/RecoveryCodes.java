package org.coursewise.auth.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.coursewise.auth.onetime.Secrets;

/**
 * Codes for the day the authenticator app is lost, each good for one log-in: 80 random bits in Base32, in groups that a
 * person can copy, such as {@code MZXW-6YTB-OI4H-K3TL}. With so many bits their SHA-256 may be kept.
 */
final class RecoveryCodes {

    static final int COUNT = 10;

    private static final int BYTES = 10;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    static List<String> fresh() {
        return Stream.generate(RecoveryCodes::random).limit(COUNT).toList();
    }

    /** The hash it is kept as, however it is typed: in small letters, with or without what separates the groups. */
    static String hash(String typed) {
        return Secrets.hash(typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    private static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var text = new Base32().encodeToString(bytes);
        return String.join(
                "-",
                IntStream.range(0, text.length() / GROUP)
                        .mapToObj(group -> text.substring(group * GROUP, (group + 1) * GROUP))
                        .toList());
    }
}
