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

    /** The right password for an account that has a second factor, and no code. */
    public static final class SecondFactorRequired extends AuthException {
        public static final ProblemType TYPE = new ProblemType("second-factor-required", 401, "A code is needed too");

        public SecondFactorRequired() {
            super(TYPE, "Send code as well: what the authenticator app shows, or a recovery code.", null);
        }
    }

    /** The right password with a wrong code: a failed log-in like one with a wrong password. */
    public static final class WrongSecondFactor extends AuthException {
        public static final ProblemType TYPE = new ProblemType("invalid-code", 401, "Invalid code");

        public WrongSecondFactor() {
            super(TYPE, InvalidCode.DETAIL, null);
        }
    }

    /** A code, anywhere but at log-in, that is wrong or was used before. */
    public static final class InvalidCode extends AuthException {
        public static final ProblemType TYPE = new ProblemType("invalid-code", 400, "Invalid code");
        private static final String DETAIL =
                "This code is wrong, too old or was used before. Wait for the next one; is the clock of the device right?";

        public InvalidCode() {
            super(TYPE, DETAIL, null);
        }
    }

    /** So many codes were wrong that none is looked at for a while. */
    public static final class TooManyCodes extends AuthException {

        public TooManyCodes(Duration retryAfter) {
            super(
                    ProblemType.THROTTLED,
                    "Too many wrong codes. It takes up to 15 minutes until one counts.",
                    retryAfter);
        }
    }

    /** What only somebody may do who has just shown a code of the second factor. */
    public static final class RecentLogInRequired extends AuthException {
        public static final ProblemType TYPE = new ProblemType("recent-log-in-required", 403, "Log in again");

        public RecentLogInRequired() {
            super(
                    TYPE,
                    "Log in again, with a code of the second factor if there is one, and repeat this within 15 minutes.",
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

    /** An address for an account that is another account's already; told to administrators alone. */
    public static final class AddressTaken extends AuthException {

        public static final ProblemType TYPE = new ProblemType("address-taken", 409, "Address taken");

        public AddressTaken() {
            super(TYPE, "Another account has this address.", null);
        }
    }

    /** An external id that another account has. */
    public static final class ExternalIdTaken extends AuthException {

        public static final ProblemType TYPE = new ProblemType("external-id-taken", 409, "External id taken");

        public ExternalIdTaken() {
            super(TYPE, "Another account has this external id.", null);
        }
    }

    /** Cancelling what is over. */
    public static final class JobEnded extends AuthException {

        public static final ProblemType TYPE = new ProblemType("job-ended", 409, "The job has ended");

        public JobEnded() {
            super(TYPE, "The job has ended; there is nothing to cancel.", null);
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
