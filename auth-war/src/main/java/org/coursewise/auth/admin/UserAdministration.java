package org.coursewise.auth.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.AccountFilter;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.account.UserView;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.factor.FactorRemoval;
import org.coursewise.auth.session.Sessions;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What administrators do with accounts; each is one transaction. */
@ApplicationScoped
class UserAdministration {

    @Inject
    Accounts accounts;

    @Inject
    FactorRemoval factorRemoval;

    @Inject
    Sessions sessions;

    @Inject
    UserFacts facts;

    @Transactional
    List<UserView> search(AccountFilter filter, @Nullable UserId after, int limit) {
        return accounts.search(filter, after, limit).stream().map(UserView::of).toList();
    }

    @Transactional
    UserView view(UserId id) {
        return UserView.of(account(id));
    }

    /** @param precondition sees the account as it is and throws if the caller meant another state of it */
    @Transactional
    void changeRoles(UserId id, Set<Role> roles, Consumer<UserView> precondition) {
        var account = account(id);
        precondition.accept(UserView.of(account));
        if (account.roles().equals(roles)) {
            return;
        }
        if (account.roles().contains(Role.ADMIN) && !roles.contains(Role.ADMIN)) {
            accounts.keepAnAdmin(account);
        }
        account.grant(roles);
        accounts.flush();
        facts.rolesChanged(account);
    }

    /** For somebody who has lost their device; whoever has found it is out. */
    @Transactional
    void removeFactors(UserId id) {
        var account = account(id);
        if (factorRemoval.removeAll(account.id())) {
            sessions.endAll(account.id());
        }
    }

    private Account account(UserId id) {
        return accounts.find(id).orElseThrow(() -> ProblemException.notFound("user"));
    }
}
