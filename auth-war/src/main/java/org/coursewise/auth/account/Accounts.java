package org.coursewise.auth.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.coursewise.address.EmailAddress;
import org.jspecify.annotations.Nullable;

/** All accounts. */
@ApplicationScoped
public class Accounts {

    @PersistenceContext
    EntityManager entities;

    public void add(Account account) {
        entities.persist(account);
    }

    public void remove(Account account) {
        entities.remove(account);
    }

    public Optional<Account> find(UserId id) {
        return Optional.ofNullable(entities.find(Account.class, id.value()));
    }

    public Optional<Account> find(EmailAddress email) {
        return entities.createQuery("select a from Account a where a.emailKey = :key", Account.class)
                .setParameter("key", email.key())
                .getResultStream()
                .findFirst();
    }

    /** One at a time for an address, until the transaction ends: two registrations at once make one account. */
    public void lock(EmailAddress email) {
        lock("account:" + email.key());
    }

    /** One at a time for whoever takes the right to administer away, until the transaction ends. */
    public void lockAdmins() {
        lock("admins");
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
    public long countAdmins() {
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
