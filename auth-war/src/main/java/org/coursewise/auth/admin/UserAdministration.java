package org.coursewise.auth.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.AccountFilter;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.account.UserView;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.erasure.Deletion;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.factor.FactorRemoval;
import org.coursewise.auth.onetime.OneTimeTokens;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.auth.session.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * What administrators do with accounts; each is one transaction. A precondition sees the account as it is and throws if
 * the caller meant another state of it.
 */
@ApplicationScoped
class UserAdministration {

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    OneTimeTokens tokens;

    @Inject
    Deletion deletion;

    @Inject
    FactorRemoval factorRemoval;

    @Inject
    UserFacts facts;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    List<UserView> search(AccountFilter filter, @Nullable UserId after, int limit) {
        return accounts.search(filter, after, limit).stream().map(UserView::of).toList();
    }

    @Transactional
    UserView view(UserId id) {
        return UserView.of(accounts.demand(id));
    }

    /** An address that an administrator sets counts as confirmed; links that were mailed to the old one are void. */
    @Transactional
    UserView change(UserId id, EmailAddress email, Profile profile, Consumer<UserView> precondition) {
        accounts.lock(email);
        var account = accounts.demand(id);
        precondition.accept(UserView.of(account));
        var changed = changedFields(account, email, profile);
        if (changed.isEmpty()) {
            return UserView.of(account);
        }
        var wasVerified = account.verified();
        if (!account.email().equals(email)) {
            if (accounts.find(email).filter(owner -> !owner.id().equals(id)).isPresent()) {
                throw new AuthException.AddressTaken();
            }
            tokens.discardAll(id);
            account.readdress(email, clock.instant());
        }
        account.rename(profile);
        accounts.flush();
        facts.updated(account);
        if (account.verified() && !wasVerified) {
            facts.verified(account);
        }
        audit.record(AuditType.USER_CHANGED, id, Map.of("fields", String.join(" ", changed)));
        return UserView.of(account);
    }

    @Transactional
    void changeRoles(UserId id, Set<Role> roles, Consumer<UserView> precondition) {
        var account = accounts.demand(id);
        precondition.accept(UserView.of(account));
        var before = account.roles();
        if (before.equals(roles)) {
            return;
        }
        if (!roles.contains(Role.ADMIN)) {
            accounts.keepAnAdmin(account);
        }
        account.grant(roles);
        accounts.flush();
        facts.rolesChanged(account);
        audit.record(AuditType.ROLES_CHANGED, id, Map.of("old", names(before), "new", names(roles)));
    }

    /** For somebody who has lost their device; whoever has found it is out. */
    @Transactional
    void removeFactors(UserId id) {
        var account = accounts.demand(id);
        if (factorRemoval.removeAll(account.id())) {
            sessions.endAll(account.id());
        }
    }

    @Transactional
    void delete(UserId id, Consumer<UserView> precondition) {
        var account = accounts.demand(id);
        precondition.accept(UserView.of(account));
        deletion.delete(account);
    }

    private static List<String> changedFields(Account account, EmailAddress email, Profile profile) {
        var changed = new ArrayList<String>();
        if (!account.profile().displayName().equals(profile.displayName())) {
            changed.add("displayName");
        }
        if (!account.email().equals(email)) {
            changed.add("email");
        }
        if (!account.profile().locale().equals(profile.locale())) {
            changed.add("locale");
        }
        return changed;
    }

    private static String names(Set<Role> roles) {
        return roles.stream().map(Role::wireName).sorted().collect(Collectors.joining(" "));
    }
}
