package org.coursewise.auth.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.auth.account.UserId;
import org.coursewise.postgres.Sql;

/** All factors. An account has one that counts, and one more that waits for its first code to take the other's place. */
@ApplicationScoped
@Transactional
class Factors {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    void add(Factor factor) {
        entities.persist(factor);
    }

    void remove(Factor factor) {
        entities.remove(factor);
    }

    /** Held until the transaction ends; read only once it is. */
    Optional<Factor> lock(UUID id) {
        return Optional.ofNullable(entities.find(Factor.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The one that log-in asks for. */
    @Transactional(TxType.SUPPORTS)
    Optional<UUID> verified(UserId account) {
        return sql
                .query(
                        "select id from factor where account_id = ? and verified_at is not null",
                        row -> row.getObject("id", UUID.class),
                        account.value())
                .stream()
                .findFirst();
    }

    /** Those of an account, the oldest first. */
    List<Factor> of(UserId account) {
        return entities.createQuery(
                        "select f from Factor f where f.accountId = :account order by f.createdAt, f.id", Factor.class)
                .setParameter("account", account.value())
                .getResultStream()
                .filter(factor -> !factor.expired(clock.instant()))
                .toList();
    }

    /** Forgets the account's factor that waits for its first code, and everybody's that has waited for too long. */
    void removePending(UserId account) {
        entities.createQuery("delete from Factor f where f.verifiedAt is null"
                        + " and (f.accountId = :account or f.createdAt < :expired)")
                .setParameter("account", account.value())
                .setParameter("expired", clock.instant().minus(Factor.PENDING_FOR))
                .executeUpdate();
    }

    /** At once, so that another may take its place. False when there was none. */
    boolean removeVerified(UserId account) {
        return entities.createQuery("delete from Factor f where f.accountId = :account and f.verifiedAt is not null")
                        .setParameter("account", account.value())
                        .executeUpdate()
                > 0;
    }
}
