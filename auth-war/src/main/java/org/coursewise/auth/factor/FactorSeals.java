package org.coursewise.auth.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.coursewise.auth.settings.AuthSettings;

/** Keeps the secrets sealed by the first of the data keys, so that an older one can go. */
@ApplicationScoped
@Transactional
public class FactorSeals {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Factors factors;

    @Inject
    AuthSettings settings;

    /** Seals again what another key has sealed. */
    public void renew() {
        var keys = settings.dataKeys();
        entities.createQuery("select f.id, f.sealedSecret from Factor f", Object[].class)
                .getResultStream()
                .filter(row -> !keys.isSealedByFirstKey((String) row[1]))
                .map(row -> (UUID) row[0])
                .toList()
                .forEach(id -> factors.lock(id).ifPresent(factor -> factor.secret(keys)));
    }
}
