package org.coursewise.auth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All machine clients. */
@ApplicationScoped
@Transactional
class MachineClients {

    @PersistenceContext
    EntityManager entities;

    void add(MachineClient client) {
        entities.persist(client);
    }

    void remove(MachineClient client) {
        entities.remove(client);
    }

    /** For a change: one at a time, until the transaction ends. */
    Optional<MachineClient> lock(UUID id) {
        return Optional.ofNullable(entities.find(MachineClient.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** In one look at the database: it is asked for every token. */
    Optional<MachineClient> find(String clientId) {
        if (clientId.indexOf(0) >= 0) {
            // no database takes it, and no client is called so
            return Optional.empty();
        }
        return entities
                .createQuery(
                        "select c from MachineClient c left join fetch c.secrets left join fetch c.scopes"
                                + " where c.clientId = :clientId",
                        MachineClient.class)
                .setParameter("clientId", clientId)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** In order of their id, from behind {@code after}. */
    List<MachineClient> list(@Nullable UUID after, int limit) {
        var from = after == null ? "" : " where c.id > :after";
        var query =
                entities.createQuery("select c from MachineClient c" + from + " order by c.id", MachineClient.class);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** Two requests at once may both note it; the later one stands. */
    void noteUse(ClientSecret secret, Instant now) {
        entities.createQuery("update ClientSecret s set s.lastUsedAt = :now where s.id = :id")
                .setParameter("now", now)
                .setParameter("id", secret.id())
                .executeUpdate();
    }
}
