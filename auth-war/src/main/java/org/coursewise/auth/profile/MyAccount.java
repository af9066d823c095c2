package org.coursewise.auth.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.account.UserView;
import org.coursewise.auth.erasure.Deletion;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.session.Sessions;
import org.coursewise.rest.problem.ProblemException;

/** What a person does with their own account; each is one transaction. */
@ApplicationScoped
class MyAccount {

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    UserFacts facts;

    @Inject
    Deletion deletion;

    @Transactional
    UserView view(UserId me) {
        return UserView.of(mine(me));
    }

    /** The stored hash of the password, to be checked outside the transaction. */
    @Transactional
    String passwordHash(UserId me) {
        return mine(me).passwordHash();
    }

    /** @param precondition sees the account as it is and throws if the caller meant another state of it */
    @Transactional
    UserView rename(UserId me, Profile profile, Consumer<UserView> precondition) {
        var account = mine(me);
        precondition.accept(UserView.of(account));
        if (!account.profile().equals(profile)) {
            account.rename(profile);
            accounts.flush();
            facts.updated(account);
        }
        return UserView.of(account);
    }

    /** Sets a new password and ends the other sessions: whoever knew the old one is out. */
    @Transactional
    void changePassword(UserId me, UUID currentSession, String newHash) {
        mine(me).changePassword(newHash);
        accounts.flush();
        sessions.endAllBut(me, currentSession);
    }

    @Transactional
    void delete(UserId me, Consumer<UserView> precondition) {
        var account = mine(me);
        precondition.accept(UserView.of(account));
        deletion.delete(account);
    }

    private Account mine(UserId me) {
        return accounts.find(me).orElseThrow(() -> ProblemException.notFound("user"));
    }
}
