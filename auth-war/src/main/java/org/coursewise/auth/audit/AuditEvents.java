package org.coursewise.auth.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit trail, to be read. */
@ApplicationScoped
@Transactional
class AuditEvents {

    @PersistenceContext
    EntityManager entities;

    /** The newest first, from behind the act {@code before}; a transaction of its own, so that many pages fit memory. */
    List<AuditEntry> find(AuditFilter filter, @Nullable Long before, int limit) {
        return filter.query(entities, before).setMaxResults(limit).getResultList().stream()
                .map(AuditEvent::view)
                .toList();
    }
}
