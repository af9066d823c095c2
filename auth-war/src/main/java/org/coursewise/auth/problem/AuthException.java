package org.coursewise.auth.problem;

import java.time.Duration;
import java.util.List;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Everything auth refuses, each kind with the code that api.md fixes. */
public abstract sealed class AuthException extends ProblemException {

    private AuthException(ProblemType type, String detail, @Nullable Duration retryAfter) {
        super(type, detail, List.of(), retryAfter);
    }

    /** Unknown address, wrong password, or locked: a stranger is not told which. */
    public static final class InvalidCredentials extends AuthException {
        public static final ProblemType TYPE = new ProblemType("invalid-credentials", 401, "Invalid credentials");

        public InvalidCredentials() {
            super(TYPE, "The e-mail address or the password is wrong.", null);
        }
    }

    /** The right password for an address nobody has confirmed yet. */
    public static final class VerificationRequired extends AuthException {
        public static final ProblemType TYPE = new ProblemType("verification-required", 401, "Confirm your address");

        public VerificationRequired() {
            super(
                    TYPE,
                    "Confirm your e-mail address first: follow the link in the mail we sent, "
                            + "or ask for a new one at /api/v1/email-verifications.",
                    null);
        }
    }

    /** The right password for an account an administrator has locked. */
    public static final class AccountLocked extends AuthException {
        public static final ProblemType TYPE = new ProblemType("account-locked", 403, "Account locked");

        public AccountLocked() {
            super(TYPE, "This account is locked. Ask an administrator to unlock it.", null);
        }
    }

    /** A refresh token that is unknown, expired, spent or revoked. */
    public static final class InvalidRefreshToken extends AuthException {
        public static final ProblemType TYPE = new ProblemType("invalid-refresh-token", 401, "Invalid refresh token");

        public InvalidRefreshToken() {
            super(TYPE, "The refresh token is not valid any more. Log in again.", null);
        }
    }

    /** A one-time token that is unknown, expired or used. */
    public static final class InvalidToken extends AuthException {
        public static final ProblemType TYPE = new ProblemType("invalid-token", 400, "Invalid token");

        public InvalidToken() {
            super(
                    TYPE,
                    "This link is not valid any more: it was used, replaced or has expired. Ask for a new one.",
                    null);
        }
    }

    /** Too many failed log-ins; nobody is locked out, only slowed down. */
    public static final class Throttled extends AuthException {

        public Throttled(Duration retryAfter) {
            super(
                    ProblemType.THROTTLED,
                    "Too many failed log-ins. Try again in a minute; setting a new password by mail ends the wait too.",
                    retryAfter);
        }
    }

    /** More password checks asked for than the processors can do in time. */
    public static final class HashingBusy extends AuthException {

        public HashingBusy(Duration retryAfter) {
            super(ProblemType.OVERLOADED, "Too many log-ins at the moment. Try again shortly.", retryAfter);
        }
    }

    /** An administrator's act that would leave nobody to administer. */
    public static final class LastAdmin extends AuthException {
        public static final ProblemType TYPE = new ProblemType("last-admin", 409, "The last administrator");

        public LastAdmin() {
            super(TYPE, "This is the last administrator. Make another one first.", null);
        }
    }
}
