package org.coursewise.auth.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.session.SessionView;
import org.coursewise.auth.session.Sessions;

/** Where somebody is logged in, for administrators; each is one transaction. */
@ApplicationScoped
class UserSessions {

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    AuditTrail audit;

    @Transactional
    List<SessionView> of(UserId id) {
        var account = accounts.demand(id);
        return sessions.of(account.id()).stream()
                .map(session -> session.view(null))
                .toList();
    }

    @Transactional
    void endAll(UserId id) {
        var account = accounts.demand(id);
        var alive = sessions.of(account.id()).size();
        if (alive > 0) {
            sessions.endAll(id);
            audit.record(AuditType.SESSION_ENDED, id, Map.of("sessions", Integer.toString(alive)));
        }
    }
}
