package org.coursewise.auth.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.auth.problem.AuthException;

/** In which sessions a second factor was shown. Who removes a factor removes its proofs. */
@ApplicationScoped
@Transactional
public class FactorProofs {

    /** For so long a code that was shown allows to change the factor itself. */
    private static final Duration RECENT = Duration.ofMinutes(15);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** In the caller's transaction. False, and nothing is kept, for a factor that was removed in this moment. */
    public boolean keep(UUID session, UUID factor) {
        if (isGone(factor)) {
            return false;
        }
        entities.createQuery("delete from FactorProof p where p.sessionId = :session")
                .setParameter("session", session)
                .executeUpdate();
        entities.persist(new FactorProof(session, factor, clock.instant()));
        return true;
    }

    public boolean isShown(UUID session) {
        return shownAt(session).isPresent();
    }

    /**
     * Whoever has got hold of a session of somebody's must not get rid of their second factor.
     *
     * @throws AuthException.RecentLogInRequired unless a code was shown in the session, not long ago
     */
    void demandRecent(UUID session) {
        var since = clock.instant().minus(RECENT);
        if (shownAt(session).filter(since::isBefore).isEmpty()) {
            throw new AuthException.RecentLogInRequired();
        }
    }

    /**
     * Nor must they set one up where there is none: its owner would be locked out.
     *
     * @throws AuthException.RecentLogInRequired unless the session began not long ago
     */
    void demandRecentLogIn(UUID session) {
        var since = clock.instant().minus(RECENT);
        var begun = entities.createQuery("select s.createdAt from Session s where s.id = :session", Instant.class)
                .setParameter("session", session)
                .getResultStream()
                .findFirst();
        if (begun.filter(since::isBefore).isEmpty()) {
            throw new AuthException.RecentLogInRequired();
        }
    }

    private boolean isGone(UUID factor) {
        return entities.createQuery("select f.id from Factor f where f.id = :id", UUID.class)
                .setParameter("id", factor)
                .getResultList()
                .isEmpty();
    }

    private Optional<Instant> shownAt(UUID session) {
        return entities.createQuery("select p.shownAt from FactorProof p where p.sessionId = :session", Instant.class)
                .setParameter("session", session)
                .getResultStream()
                .findFirst();
    }
}
