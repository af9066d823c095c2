package org.coursewise.auth.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.auth.session.Sessions;
import org.coursewise.auth.throttle.LogInThrottle;
import org.coursewise.rest.idempotency.KeptAnswers;

/**
 * How an account goes, whoever wants it gone. Tokens, sessions and roles go with its row; the others hear of it and erase
 * what they hold; what was on its way is for {@link LooseEnds}.
 */
@ApplicationScoped
public class Deletion {

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    UserFacts facts;

    @Inject
    AuditTrail audit;

    @Inject
    Erasures erasures;

    @Inject
    KeptAnswers answers;

    @Inject
    LogInThrottle throttle;

    /**
     * Part of the caller's transaction.
     *
     * @throws AuthException.LastAdmin when nobody would be left to administer
     */
    @Transactional(TxType.MANDATORY)
    public void delete(Account account) {
        accounts.keepAnAdmin(account);
        var id = account.id();
        sessions.endAll(id);
        accounts.remove(account);
        accounts.flush();
        facts.deleted(id);
        audit.record(AuditType.USER_DELETED, id, Map.of());
        audit.forgetAddresses(id);
        answers.forget(id.toString());
        throttle.forget(account.email());
        erasures.begin(id);
    }
}
