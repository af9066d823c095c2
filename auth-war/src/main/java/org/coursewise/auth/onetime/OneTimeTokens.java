package org.coursewise.auth.onetime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.onetime.OneTimeToken.Purpose;
import org.coursewise.auth.problem.AuthException;
import org.jspecify.annotations.Nullable;

/** All one-time tokens that wait to come back. */
@ApplicationScoped
@Transactional
public class OneTimeTokens {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** A new token, whose text is known to the caller alone. */
    public String issue(UserId account, Purpose purpose, Duration lifetime, @Nullable Pledge pledge) {
        var secret = Secrets.random();
        entities.persist(new OneTimeToken(
                Secrets.hash(secret), account, purpose, pledge, clock.instant().plus(lifetime)));
        return secret;
    }

    /**
     * Takes a token back, once: it and the others of its kind for the account are gone when the transaction commits.
     *
     * @throws AuthException.InvalidToken when it is unknown, used, expired or meant for something else
     */
    public OneTimeToken redeem(String secret, Purpose purpose) {
        var token = entities.find(OneTimeToken.class, Secrets.hash(secret), LockModeType.PESSIMISTIC_WRITE);
        if (token == null || !token.goodFor(purpose, clock.instant())) {
            throw new AuthException.InvalidToken();
        }
        discard(token.account(), purpose);
        return token;
    }

    /** A token that is good for one of the purposes. It stays good until {@link #redeem}. */
    public Optional<OneTimeToken> find(String secret, Set<Purpose> purposes) {
        var now = clock.instant();
        return Optional.ofNullable(entities.find(OneTimeToken.class, Secrets.hash(secret)))
                .filter(token -> purposes.stream().anyMatch(purpose -> token.goodFor(purpose, now)));
    }

    public void discard(UserId account, Purpose purpose) {
        entities.createQuery("delete from OneTimeToken t where t.accountId = :account and t.purpose = :purpose")
                .setParameter("account", account.value())
                .setParameter("purpose", purpose)
                .executeUpdate();
    }

    /** Whatever was mailed for an account is void: the mailbox is another. */
    public void discardAll(UserId account) {
        entities.createQuery("delete from OneTimeToken t where t.accountId = :account")
                .setParameter("account", account.value())
                .executeUpdate();
    }

    /** Removes what has expired. */
    public void prune() {
        entities.createQuery("delete from OneTimeToken t where t.expiresAt < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
