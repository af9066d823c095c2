package org.coursewise.auth.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.account.UserView;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.device.Occasion;
import org.coursewise.auth.emailchange.EmailChanges;
import org.coursewise.auth.erasure.Deletion;
import org.coursewise.auth.event.MailCommands;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.onetime.OneTimeToken.Purpose;
import org.coursewise.auth.onetime.OneTimeTokens;
import org.coursewise.auth.session.Sessions;

/** What a person does with their own account; each is one transaction. */
@ApplicationScoped
class MyAccount {

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    EmailChanges emailChanges;

    @Inject
    UserFacts facts;

    @Inject
    Deletion deletion;

    @Inject
    OneTimeTokens tokens;

    @Inject
    MailCommands mails;

    @Inject
    AuditTrail audit;

    @Transactional
    UserView view(UserId me) {
        return UserView.of(accounts.demand(me));
    }

    /** @param precondition sees the account as it is and throws if the caller meant another state of it */
    @Transactional
    UserView rename(UserId me, Profile profile, Consumer<UserView> precondition) {
        var account = accounts.demand(me);
        precondition.accept(UserView.of(account));
        if (!account.profile().equals(profile)) {
            account.rename(profile);
            accounts.flush();
            facts.updated(account);
            audit.record(AuditType.USER_CHANGED, me, Map.of());
        }
        return UserView.of(account);
    }

    /** Sets a new password and ends the other sessions: whoever knew the old one is out. */
    @Transactional
    void changePassword(UserId me, UUID currentSession, String newHash, Occasion occasion) {
        var account = accounts.demand(me);
        account.changePassword(newHash);
        accounts.flush();
        emailChanges.drop(me);
        tokens.discard(me, Purpose.RESET_PASSWORD);
        sessions.endAllBut(me, currentSession);
        mails.passwordChanged(account, occasion);
        audit.record(AuditType.PASSWORD_CHANGED, me, Map.of());
    }

    @Transactional
    void delete(UserId me, Consumer<UserView> precondition) {
        var account = accounts.demand(me);
        precondition.accept(UserView.of(account));
        deletion.delete(account);
    }
}
