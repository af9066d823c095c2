package org.coursewise.rest.token;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.coursewise.rest.metrics.Gauges;
import org.coursewise.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Asks the issuer for its keys again and again, so that new ones are known before a token is signed with them and old ones
 * are forgotten. While the issuer is away, the keys it had go on being good.
 */
@ApplicationScoped
class IssuerKeysWatch {

    private static final System.Logger LOG = System.getLogger(IssuerKeysWatch.class.getName());

    @Inject
    TokenSettings settings;

    @Inject
    IssuerKeys keys;

    @Inject
    Instance<KeySource> ownKeys;

    @Inject
    Gauges gauges;

    @Resource
    ManagedScheduledExecutorService timer;

    private volatile long answeredAt = System.nanoTime();
    private boolean complained;
    private @Nullable Future<?> asking;

    void begin(@Observes Startup event) {
        gauges.show(
                "coursewise_issuer_keys_age_seconds",
                "How long ago the issuer's keys were last fetched",
                () -> Duration.ofNanos(System.nanoTime() - answeredAt).toSeconds());
        var source = ownKeys.isResolvable()
                ? ownKeys.get()
                : new HttpKeySource(Settings.readOrStop(read -> read.uri("coursewise.jwks-url")));
        ask(source);
        var between = settings.refresh().toMillis();
        asking = timer.scheduleWithFixedDelay(() -> ask(source), between, between, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        if (asking != null) {
            asking.cancel(true);
        }
    }

    private void ask(KeySource source) {
        try {
            keys.replace(source.jwks());
            answeredAt = System.nanoTime();
            complained = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalArgumentException e) {
            complain(source, e);
        }
    }

    /** Once for each time that it is away. */
    private void complain(KeySource source, Exception fault) {
        if (!complained) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The keys that tokens are checked with are not to be had from {0} ({1}). {2}",
                    source,
                    fault.toString(),
                    keys.areKnown() ? "Those known go on being good." : "Until they are, every token is refused.");
            complained = true;
        }
    }
}
