package org.coursewise.auth.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.account.UserView;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.session.Sessions;

/** Gathers what auth holds on a person, in one transaction. Hashes of secrets are no data on anybody. */
@ApplicationScoped
class Exporting {

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    AccountExport of(UserId person) {
        var account = accounts.demand(person);
        audit.record(AuditType.DATA_EXPORTED, person, Map.of());
        return new AccountExport(
                "auth",
                clock.instant(),
                person.toString(),
                UserView.of(account),
                sessions.held(person),
                audit.about(person));
    }
}
