package org.coursewise.auth.password;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.util.Base64;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Argon2 in PHC strings (RFC 9106): {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, and i and d as well. */
final class Argon2Format implements HashFormat {

    private static final Pattern PHC =
            Pattern.compile("\\$argon2(id|i|d)\\$v=(?:16|19)\\$m=([0-9]{1,7}),t=([0-9]{1,4}),"
                    + "p=([0-9]{1,3})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,171})");
    private static final int MOST_MEMORY_KIB = 128 * 1024;
    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 16;
    /** KiB that are gone through in all: about a second of a processor. */
    private static final int MOST_WORK = 512 * 1024;

    private final Map<String, Argon2> variants = Map.of(
            "id", Argon2Factory.create(Argon2Types.ARGON2id),
            "i", Argon2Factory.create(Argon2Types.ARGON2i),
            "d", Argon2Factory.create(Argon2Types.ARGON2d));

    @Override
    public boolean claims(String hash) {
        return hash.startsWith("$argon2");
    }

    @Override
    public @Nullable String complaint(String hash) {
        var phc = PHC.matcher(hash);
        if (!phc.matches() || !isBase64(phc.group(5)) || !isBase64(phc.group(6))) {
            return "is no Argon2 hash in PHC format, such as $argon2id$v=19$m=19456,t=2,p=1$salt$hash";
        }
        var memory = memory(phc);
        var passes = Integer.parseInt(phc.group(3));
        var lanes = Integer.parseInt(phc.group(4));
        if (lanes < 1 || passes < 1 || memory < 8 * lanes) {
            return "has parameters that Argon2 does not know";
        }
        if (memory > MOST_MEMORY_KIB || passes > MOST_PASSES || lanes > MOST_LANES || memory * passes > MOST_WORK) {
            return "takes too much memory or time; up to m=131072, t=16, p=16 and m*t=524288 are taken";
        }
        return null;
    }

    @Override
    public boolean verify(String password, String hash) {
        var phc = PHC.matcher(hash);
        var variant = phc.matches() ? variants.get(phc.group(1)) : null;
        if (variant == null) {
            return false;
        }
        var characters = password.toCharArray();
        try {
            return variant.verify(hash, characters);
        } finally {
            variant.wipeArray(characters);
        }
    }

    @Override
    public int memory(String hash) {
        var phc = PHC.matcher(hash);
        return phc.matches() ? memory(phc) : 1;
    }

    private static int memory(MatchResult phc) {
        return Integer.parseInt(phc.group(2));
    }

    /** The library reads no text in which bits are left over. */
    private static boolean isBase64(String text) {
        return text.length() % 4 != 1
                && Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(Base64.getDecoder().decode(text))
                        .equals(text);
    }
}
