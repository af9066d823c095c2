package org.coursewise.auth.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.session.SessionList;
import org.coursewise.auth.session.SessionView;
import org.coursewise.auth.session.Sessions;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;

/** Where somebody is logged in, for administrators; each is one transaction. */
@ApplicationScoped
class UserSessions {

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    SessionList list;

    @Inject
    AuditTrail audit;

    @Transactional
    Page<SessionView> of(UserId id, PageRequest page) {
        return list.page(accounts.demand(id).id(), page, null);
    }

    @Transactional
    void endAll(UserId id) {
        var ended = sessions.endAll(accounts.demand(id).id());
        if (ended > 0) {
            audit.record(AuditType.SESSION_ENDED, id, Map.of("sessions", Integer.toString(ended)));
        }
    }
}
