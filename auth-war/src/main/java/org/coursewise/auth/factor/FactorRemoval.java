package org.coursewise.auth.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;

/** Takes a second factor away, with its recovery codes and proofs, in the caller's transaction. */
@ApplicationScoped
public class FactorRemoval {

    @Inject
    Accounts accounts;

    @Inject
    Factors factors;

    @Inject
    AuditTrail audit;

    /** All of somebody's, also one that waits for its first code. False when there was none that counted. */
    public boolean removeAll(UserId account) {
        accounts.lockFactors(account);
        factors.removePending(account);
        return removeVerified(account);
    }

    boolean removeVerified(UserId account) {
        var removed = factors.removeVerified(account);
        if (removed) {
            audit.record(AuditType.FACTOR_REMOVED, account, Map.of("type", FactorView.TOTP));
        }
        return removed;
    }
}
