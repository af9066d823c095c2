package org.coursewise.email.template;

import com.mongodb.MongoException;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks every second whether another replica has changed a text. */
@ApplicationScoped
class TemplateWatch {

    private static final System.Logger LOG = System.getLogger(TemplateWatch.class.getName());

    @Inject
    TemplateShelf shelf;

    @Inject
    ManagedScheduledExecutorService executor;

    private @Nullable ScheduledFuture<?> watching;
    private boolean failing;

    void start(@Observes Startup startup) {
        watching = executor.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes Shutdown shutdown) {
        if (watching != null) {
            watching.cancel(false);
        }
    }

    private void look() {
        try {
            shelf.refresh();
            failing = false;
        } catch (MongoException e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Cannot ask the database for changed texts: {0}", e.getMessage());
                failing = true;
            }
        }
    }
}
