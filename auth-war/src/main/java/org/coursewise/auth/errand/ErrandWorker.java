package org.coursewise.auth.errand;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Does errands, one after another, in the order in which they were left. */
@ApplicationScoped
public class ErrandWorker {

    private static final System.Logger LOG = System.getLogger(ErrandWorker.class.getName());
    /** How long what another replica left behind waits. */
    private static final long SECONDS_BETWEEN = 2;

    @Inject
    ErrandTable table;

    @Resource
    ManagedScheduledExecutorService executor;

    private final AtomicInteger nudges = new AtomicInteger();
    private @Nullable Future<?> looking;

    /** Works from now on, until the service stops. */
    public void start() {
        looking = executor.scheduleWithFixedDelay(this::nudge, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** Says that there may be something to do. Costs nothing. */
    void nudge() {
        if (nudges.getAndIncrement() == 0) {
            executor.execute(this::work);
        }
    }

    private void work() {
        int heard;
        do {
            heard = nudges.get();
            doAll();
        } while (nudges.addAndGet(-heard) != 0);
    }

    private void doAll() {
        try {
            while (table.doNext()) {
                LOG.log(System.Logger.Level.TRACE, "An errand is done");
            }
        } catch (ErrandFailedException e) {
            LOG.log(System.Logger.Level.WARNING, "An errand could not be done and is tried again", e.getCause());
            setBack(e.id());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Errands wait: {0}", e.getMessage());
        }
    }

    private void setBack(long id) {
        try {
            table.setBack(id);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Errands wait: {0}", e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        if (looking != null) {
            looking.cancel(true);
        }
    }
}
