package org.coursewise.auth.key;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks after the keys again and again. */
@ApplicationScoped
class KeyTending {

    private static final System.Logger LOG = System.getLogger(KeyTending.class.getName());

    @Inject
    SigningKeys keys;

    @Inject
    KeySettings settings;

    @Resource
    ManagedScheduledExecutorService timer;

    private @Nullable Future<?> tending;

    void begin(@Observes Startup event) {
        var between = settings.refresh().toMillis();
        tending = timer.scheduleWithFixedDelay(this::tend, between, between, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        if (tending != null) {
            tending.cancel(true);
        }
    }

    private void tend() {
        try {
            keys.tend();
        } catch (RuntimeException e) {
            // the database is away: readiness says so, and the keys known go on signing
            LOG.log(System.Logger.Level.DEBUG, "The signing keys can not be looked after now", e);
        }
    }
}
