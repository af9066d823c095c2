package org.coursewise.auth.reset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.device.Occasion;
import org.coursewise.auth.emailchange.EmailChanges;
import org.coursewise.auth.errand.Errand;
import org.coursewise.auth.errand.ErrandRunner;
import org.coursewise.auth.errand.MailAllowance;
import org.coursewise.auth.event.MailCommands;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.onetime.OneTimeToken.Purpose;
import org.coursewise.auth.onetime.OneTimeTokens;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.auth.session.Sessions;
import org.coursewise.auth.settings.AuthSettings;
import org.coursewise.auth.throttle.LogInThrottle;

/** A way back in: a link by mail, and with it a new password. */
@ApplicationScoped
class PasswordReset implements ErrandRunner {

    @Inject
    Accounts accounts;

    @Inject
    OneTimeTokens tokens;

    @Inject
    Sessions sessions;

    @Inject
    EmailChanges emailChanges;

    @Inject
    LogInThrottle throttle;

    @Inject
    MailAllowance allowance;

    @Inject
    UserFacts facts;

    @Inject
    MailCommands mails;

    @Inject
    AuditTrail audit;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    /** Mails a link, if there is an account to mail it to. */
    @Override
    @Transactional
    public void run(Errand errand) {
        var email = errand.email();
        accounts.find(email).filter(account -> allowance.take(email)).ifPresent(account -> {
            tokens.discard(account.id(), Purpose.RESET_PASSWORD);
            var secret = tokens.issue(account.id(), Purpose.RESET_PASSWORD, settings.resetLifetime(), null);
            mails.passwordReset(account, secret);
            audit.recordAnonymous(AuditType.PASSWORD_RESET_REQUESTED, account.id(), errand.address(), Map.of());
        });
    }

    @Override
    public Set<Errand.Kind> kinds() {
        return Set.of(Errand.Kind.RESET_PASSWORD);
    }

    /**
     * Whose password a token would set; it stays good.
     *
     * @throws AuthException.InvalidToken when it sets none
     */
    @Transactional
    EmailAddress owner(String secret) {
        return tokens.find(secret, Set.of(Purpose.RESET_PASSWORD))
                .flatMap(token -> accounts.find(token.account()))
                .map(Account::email)
                .orElseThrow(AuthException.InvalidToken::new);
    }

    /** Sets the new password and ends every session. Who can read the mailbox has also shown that it is theirs. */
    @Transactional
    void confirm(String secret, String newHash, Occasion occasion) {
        var token = tokens.redeem(secret, Purpose.RESET_PASSWORD);
        var account = accounts.find(token.account()).orElseThrow(AuthException.InvalidToken::new);
        account.changePassword(newHash);
        var wasVerified = account.verified();
        account.confirm(clock.instant());
        tokens.discard(account.id(), Purpose.VERIFY_EMAIL);
        accounts.flush();
        if (!wasVerified) {
            facts.verified(account);
        }
        emailChanges.drop(account.id());
        throttle.forget(account.email());
        sessions.endAll(account.id());
        mails.passwordChanged(account, occasion);
        audit.recordBySubject(AuditType.PASSWORD_RESET, account.id(), Map.of());
    }
}
