package org.coursewise.auth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All machine clients. */
@ApplicationScoped
class MachineClients {

    @PersistenceContext
    EntityManager entities;

    void add(MachineClient client) {
        entities.persist(client);
    }

    void remove(MachineClient client) {
        entities.remove(client);
    }

    Optional<MachineClient> find(UUID id) {
        return Optional.ofNullable(entities.find(MachineClient.class, id));
    }

    Optional<MachineClient> find(String clientId) {
        return entities.createQuery("select c from MachineClient c where c.clientId = :clientId", MachineClient.class)
                .setParameter("clientId", clientId)
                .getResultStream()
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
}
