package org.coursewise.auth.cleanup;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.coursewise.auth.emailchange.EmailChanges;
import org.coursewise.auth.errand.MailAllowance;
import org.coursewise.auth.onetime.OneTimeTokens;
import org.coursewise.auth.session.SessionList;
import org.coursewise.auth.throttle.LogInThrottle;
import org.jspecify.annotations.Nullable;

/** Removes every few minutes what has expired and what counts no more. Each replica does; twice does no harm. */
@ApplicationScoped
public class Cleanup {

    private static final System.Logger LOG = System.getLogger(Cleanup.class.getName());
    private static final long MINUTES_BETWEEN = 5;

    @Inject
    OneTimeTokens tokens;

    @Inject
    EmailChanges emailChanges;

    @Inject
    MailAllowance mails;

    @Inject
    LogInThrottle throttle;

    @Inject
    SessionList sessions;

    @Resource
    ManagedScheduledExecutorService timer;

    private @Nullable Future<?> cleaning;

    /** From now on, until the service stops. */
    public void start() {
        cleaning = timer.scheduleWithFixedDelay(this::clean, MINUTES_BETWEEN, MINUTES_BETWEEN, TimeUnit.MINUTES);
    }

    private void clean() {
        for (Runnable part :
                List.<Runnable>of(tokens::prune, emailChanges::prune, mails::prune, throttle::prune, sessions::prune)) {
            try {
                part.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "Not all that expired could be removed: {0}", e.getMessage());
            }
        }
    }

    @PreDestroy
    void stop() {
        if (cleaning != null) {
            cleaning.cancel(true);
        }
    }
}
