package org.coursewise.auth.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** All accounts. */
@ApplicationScoped
@Transactional
public class Accounts {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Sql sql;

    public void add(Account account) {
        entities.persist(account);
    }

    public void remove(Account account) {
        entities.remove(account);
    }

    public Optional<Account> find(UserId id) {
        return Optional.ofNullable(entities.find(Account.class, id.value()));
    }

    /** @throws ProblemException 404 when there is none */
    public Account demand(UserId id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("user"));
    }

    public Optional<Account> find(EmailAddress email) {
        return entities.createQuery("select a from Account a where a.emailKey = :key", Account.class)
                .setParameter("key", email.key())
                .getResultStream()
                .findFirst();
    }

    /** What a password is checked against: one row, so that no more is read for a known address than for another. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Credentials> credentials(EmailAddress email) {
        return sql
                .query(
                        "select id, password_hash, status from account where email_key = ?",
                        row -> new Credentials(
                                new UserId(row.getObject("id", UUID.class)),
                                row.getString("password_hash"),
                                AccountStatus.valueOf(row.getString("status"))),
                        email.key())
                .stream()
                .findFirst();
    }

    /** One at a time for an address, until the transaction ends: two registrations at once make one account. */
    public void lock(EmailAddress email) {
        lock("account:" + email.key());
    }

    /** One at a time for the second factor of an account, until the transaction ends. */
    public void lockFactors(UserId id) {
        lock("factors:" + id);
    }

    /** One at a time gives an account an external id, until the transaction ends; imports do the same. */
    public void lockExternalIds() {
        lock("external-ids");
    }

    public boolean hasExternalId(String externalId) {
        return entities.createQuery("select count(a) from Account a where a.externalId = :externalId", Long.class)
                        .setParameter("externalId", externalId)
                        .getSingleResult()
                > 0;
    }

    /**
     * To be called before an account loses the right to administer, however that happens; one at a time, until the
     * transaction ends.
     *
     * @throws AuthException.LastAdmin when nobody else has it
     */
    public void keepAnAdmin(Account account) {
        if (account.roles().contains(Role.ADMIN) && account.status() == AccountStatus.ACTIVE) {
            lock("admins");
            if (countAdmins() <= 1) {
                throw new AuthException.LastAdmin();
            }
        }
    }

    /** Whether somebody may administer, or might once unlocked; one at a time asks, until the transaction ends. */
    public boolean haveAdmin() {
        lock("admins");
        return entities.createQuery("select count(a) from Account a where :admin member of a.roles", Long.class)
                        .setParameter("admin", Role.ADMIN)
                        .getSingleResult()
                > 0;
    }

    /** Keeps the same password under another hash, and nothing else; false when another is kept meanwhile. */
    public boolean rehash(Credentials shown, String freshHash) {
        return entities.createQuery(
                                "update Account a set a.passwordHash = :fresh where a.id = :id and a.passwordHash = :checked")
                        .setParameter("fresh", freshHash)
                        .setParameter("id", shown.account().value())
                        .setParameter("checked", shown.passwordHash())
                        .executeUpdate()
                > 0;
    }

    /** The account as it is, and as it stays until the transaction ends. */
    public Optional<Account> hold(UserId id) {
        return Optional.ofNullable(entities.find(Account.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    private void lock(String name) {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) as locked")
                .setParameter(1, name)
                .getSingleResult();
    }

    /** Accounts in order of their id, from behind {@code after}. */
    public List<Account> search(AccountFilter filter, @Nullable UserId after, int limit) {
        var query = filter.query(entities, after);
        query.setMaxResults(limit);
        return query.getResultList();
    }

    /** How many may administer. */
    private long countAdmins() {
        return entities.createQuery(
                        "select count(a) from Account a where :admin member of a.roles and a.status = :active",
                        Long.class)
                .setParameter("admin", Role.ADMIN)
                .setParameter("active", AccountStatus.ACTIVE)
                .getSingleResult();
    }

    /** Makes what was said to the database so far visible to it, so that its order is the order of what follows. */
    public void flush() {
        entities.flush();
    }
}
