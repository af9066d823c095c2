package org.coursewise.auth.reset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.event.MailCommands;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.onetime.OneTimeToken.Purpose;
import org.coursewise.auth.onetime.OneTimeTokens;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.auth.session.Sessions;
import org.coursewise.auth.settings.AuthSettings;

/** A way back in: a link by mail, and with it a new password. */
@ApplicationScoped
class PasswordReset {

    @Inject
    Accounts accounts;

    @Inject
    OneTimeTokens tokens;

    @Inject
    Sessions sessions;

    @Inject
    UserFacts facts;

    @Inject
    MailCommands mails;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    /** Mails a link, if there is an account to mail it to. */
    @Transactional
    void request(EmailAddress email) {
        accounts.find(email).ifPresent(account -> {
            tokens.discard(account.id(), Purpose.RESET_PASSWORD);
            var secret = tokens.issue(account.id(), Purpose.RESET_PASSWORD, settings.resetLifetime(), null);
            mails.passwordReset(account, secret);
        });
    }

    /** Sets the new password and ends every session. Who can read the mailbox has also shown that it is theirs. */
    @Transactional
    void confirm(String secret, String newHash) {
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
        sessions.endAll(account.id());
    }
}
