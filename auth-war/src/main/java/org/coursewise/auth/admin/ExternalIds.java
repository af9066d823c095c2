package org.coursewise.auth.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.problem.AuthException;
import org.jspecify.annotations.Nullable;

/** Which learner of imported enrolments an account's owner is. */
@ApplicationScoped
class ExternalIds {

    @Inject
    Accounts accounts;

    @Inject
    UserFacts facts;

    @Inject
    AuditTrail audit;

    /**
     * @param externalId null for none
     * @throws AuthException.ExternalIdTaken when it is another account's
     */
    @Transactional
    void link(UserId id, @Nullable String externalId) {
        accounts.lockExternalIds();
        var account = accounts.demand(id);
        if (Objects.equals(account.externalId(), externalId)) {
            return;
        }
        if (externalId != null && accounts.hasExternalId(externalId)) {
            throw new AuthException.ExternalIdTaken();
        }
        account.link(externalId);
        accounts.flush();
        facts.updated(account);
        // the id itself may tell who it is
        audit.record(AuditType.EXTERNAL_ID_CHANGED, id, Map.of("externalId", externalId == null ? "removed" : "set"));
    }
}
