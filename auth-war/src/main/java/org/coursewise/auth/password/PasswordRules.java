package org.coursewise.auth.password;

import org.coursewise.rest.problem.ProblemException;

/**
 * Which passwords are accepted (OWASP ASVS 5.0, 6.2): long enough and not too long. No rules of composition: they make
 * passwords worse.
 */
public final class PasswordRules {

    private static final int MAX_LENGTH = 128;

    private final int minimumLength;

    public PasswordRules(int minimumLength) {
        this.minimumLength = minimumLength;
    }

    /** @throws ProblemException 400 naming the field, when the password may not be used */
    public void check(String field, String password) {
        var length = password.codePointCount(0, password.length());
        if (length < minimumLength) {
            throw ProblemException.invalidInput(field, "must have at least " + minimumLength + " characters");
        }
        if (length > MAX_LENGTH) {
            throw ProblemException.invalidInput(field, "must have at most " + MAX_LENGTH + " characters");
        }
    }
}
