package org.coursewise.auth.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.coursewise.auth.account.AccountStatus;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.session.Sessions;

/**
 * Locks of administrators. Who is locked out is so at once and everywhere, and stays so whatever is done with the mailbox:
 * neither a new password nor a confirmed address lifts a lock.
 */
@ApplicationScoped
class AccountLocks {

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    UserFacts facts;

    @Inject
    AuditTrail audit;

    /** Does nothing where there is a lock. */
    @Transactional
    void lock(UserId id) {
        var account = accounts.demand(id);
        if (account.status() == AccountStatus.LOCKED) {
            return;
        }
        accounts.keepAnAdmin(account);
        account.lock();
        accounts.flush();
        facts.locked(id);
        sessions.endAll(id);
        audit.record(AuditType.LOCKED, id, Map.of());
    }

    /** Does nothing where there is no lock. */
    @Transactional
    void unlock(UserId id) {
        var account = accounts.demand(id);
        if (account.status() != AccountStatus.LOCKED) {
            return;
        }
        account.unlock();
        accounts.flush();
        facts.unlocked(id);
        audit.record(AuditType.UNLOCKED, id, Map.of());
    }
}
