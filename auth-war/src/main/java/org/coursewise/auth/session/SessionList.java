package org.coursewise.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.settings.AuthSettings;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** Where accounts are logged in, and were once. */
@ApplicationScoped
@Transactional
public class SessionList {

    private static final String LIVE = "select s from Session s where s.accountId = :account and s.endedAt is null"
            + " and s.expiresAt > :now and s.lastUsedAt > :idle";
    private static final String AFTER = " and (s.createdAt < :created or s.createdAt = :created and s.id < :id)";
    private static final String NEWEST_FIRST = " order by s.createdAt desc, s.id desc";

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    /**
     * One page of the sessions an account is logged in with, the newest first.
     *
     * @param current the session of who looks, if it is theirs
     */
    public Page<SessionView> page(UserId account, PageRequest page, @Nullable UUID current) {
        var rows = alive(account, page.after(SessionPosition.class).orElse(null), page.rowsToFetch());
        return Page.of(rows, page, Session::position).map(session -> session.view(current));
    }

    private List<Session> alive(UserId account, @Nullable SessionPosition after, int limit) {
        var now = clock.instant();
        var query = entities.createQuery(LIVE + (after == null ? "" : AFTER) + NEWEST_FIRST, Session.class)
                .setParameter("account", account.value())
                .setParameter("now", now)
                .setParameter("idle", now.minus(settings.refreshTokenIdle()))
                .setMaxResults(limit);
        if (after != null) {
            query.setParameter("created", after.createdAt()).setParameter("id", after.id());
        }
        return query.getResultList();
    }

    /** Removes those that could not go on in any case. */
    public void prune() {
        entities.createQuery("delete from Session s where s.expiresAt < :past")
                .setParameter("past", clock.instant().minus(settings.sessionLifetime()))
                .executeUpdate();
    }
}
