package org.coursewise.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.Credentials;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.device.Device;
import org.coursewise.auth.password.PasswordHashes;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.auth.throttle.Attempt;
import org.coursewise.auth.throttle.LogInThrottle;

/** Who are you? The state of an account is told only to somebody who knows its password. */
@ApplicationScoped
class LogIn {

    private static final System.Logger LOG = System.getLogger(LogIn.class.getName());

    @Inject
    Accounts accounts;

    @Inject
    PasswordHashes hashes;

    @Inject
    LogInThrottle throttle;

    @Inject
    AuditTrail audit;

    /** @throws AuthException saying no more than the caller may know */
    Credentials authenticate(EmailAddress email, String password, Device device) {
        hashes.demandTurn();
        var attempt = throttle.admit(email, device);
        var credentials = accounts.credentials(email);
        if (!matches(credentials, password, attempt)) {
            attempt.failed("wrong-credentials");
            throw attempt.refusal();
        }
        return admitted(credentials.orElseThrow());
    }

    /** The same work whether there is such an account or not. */
    private boolean matches(Optional<Credentials> credentials, String password, Attempt attempt) {
        if (credentials.isEmpty()) {
            hashes.verifyNothing(password, attempt::checkAgain);
            return false;
        }
        return hashes.verify(password, credentials.get().passwordHash(), attempt::checkAgain);
    }

    private Credentials admitted(Credentials shown) {
        return switch (shown.status()) {
            case PENDING -> throw refused(shown.account(), "unverified", new AuthException.VerificationRequired());
            case LOCKED -> throw refused(shown.account(), "locked", new AuthException.AccountLocked());
            case ACTIVE -> shown;
        };
    }

    /** No guess: it is written down and does not count. */
    private AuthException refused(UserId account, String reason, AuthException refusal) {
        audit.recordRefusal(AuditType.LOG_IN_FAILED, account, Map.of("reason", reason));
        return refusal;
    }

    /**
     * Keeps the password with today's parameters, now that it is known; when there is no turn for it, the next time. Gives
     * what is kept now, which another log-in may have done in the meantime.
     */
    Credentials rehashIfOutdated(Credentials shown, EmailAddress email, String password) {
        if (!hashes.outdated(shown.passwordHash())) {
            return shown;
        }
        try {
            var fresh = shown.withHash(hashes.hash(password));
            return accounts.rehash(shown, fresh.passwordHash()) ? fresh : shownAgain(email, password);
        } catch (AuthException.HashingBusy e) {
            LOG.log(System.Logger.Level.DEBUG, "An old hash stays for now", e);
            return shown;
        }
    }

    private Credentials shownAgain(EmailAddress email, String password) {
        return accounts.credentials(email)
                .filter(kept -> hashes.verify(password, kept.passwordHash()))
                .orElseThrow(AuthException.InvalidCredentials::new);
    }
}
