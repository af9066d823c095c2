package org.coursewise.auth.password;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.jspecify.annotations.Nullable;

/** bcrypt as OpenBSD, PHP and Spring write it: {@code $2b$12$salt.and.hash}. It heeds 72 bytes of a password alone. */
final class BcryptFormat implements HashFormat {

    /** The last character of the salt holds two bits. */
    private static final Pattern CRYPT =
            Pattern.compile("\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{31}");

    private static final int LEAST_COST = 4;
    private static final int MOST_COST = 14;

    @Override
    public boolean claims(String hash) {
        return hash.startsWith("$2");
    }

    @Override
    public @Nullable String complaint(String hash) {
        var crypt = CRYPT.matcher(hash);
        if (!crypt.matches() || Integer.parseInt(crypt.group(1)) < LEAST_COST) {
            return "is no bcrypt hash, such as $2b$12$ with 53 characters after it";
        }
        return Integer.parseInt(crypt.group(1)) > MOST_COST ? "takes too much time; a cost up to 14 is taken" : null;
    }

    @Override
    public boolean verify(String password, String hash) {
        var characters = password.toCharArray();
        try {
            return OpenBSDBCrypt.checkPassword(hash, characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
