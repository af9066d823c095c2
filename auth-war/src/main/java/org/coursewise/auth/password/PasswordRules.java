package org.coursewise.auth.password;

import java.util.Locale;
import java.util.Optional;
import org.coursewise.address.EmailAddress;
import org.coursewise.rest.problem.ProblemException;

/**
 * Which passwords are accepted (OWASP ASVS 5.0, 6.2): long enough and not too long, none of those that everyone tries
 * first, and not one's own address. No rules of composition: they make passwords worse.
 */
public final class PasswordRules {

    private static final int MAX_LENGTH = 128;
    private static final String PRODUCT = "coursewise";

    private final int minimumLength;
    private final CommonPasswords common;

    public PasswordRules(int minimumLength) {
        this.minimumLength = minimumLength;
        this.common = new CommonPasswords(minimumLength);
    }

    /**
     * @param owner whose password it shall be
     * @throws ProblemException 400 naming the field and saying why, when the password may not be used
     */
    public void check(String field, String password, EmailAddress owner) {
        objection(password, owner).ifPresent(why -> {
            throw ProblemException.invalidInput(field, why);
        });
    }

    private Optional<String> objection(String password, EmailAddress owner) {
        var length = password.codePointCount(0, password.length());
        if (length < minimumLength) {
            return Optional.of("must have at least " + minimumLength + " characters");
        }
        if (length > MAX_LENGTH) {
            return Optional.of("must have at most " + MAX_LENGTH + " characters");
        }
        if (common.contains(password)) {
            return Optional.of("is among the most common ones; a few unrelated words are better");
        }
        if (isOwnName(password, owner)) {
            return Optional.of("must not be your address or the name of this service");
        }
        return Optional.empty();
    }

    private static boolean isOwnName(String password, EmailAddress owner) {
        var address = owner.key();
        var local = address.substring(0, address.lastIndexOf('@'));
        var typed = password.toLowerCase(Locale.ROOT);
        return typed.equals(address) || isMadeOf(typed, local) || isMadeOf(typed, PRODUCT);
    }

    /** Digits and signs before and after a name make it no better. */
    private static boolean isMadeOf(String typed, String name) {
        var core = core(name);
        return typed.equals(name) || (!core.isEmpty() && core(typed).equals(core));
    }

    private static String core(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }
}
