package org.coursewise.rest.metrics;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Figures of the moment at /metrics. What has to be asked of a database or of Kafka is a {@link Sample}: then /metrics is
 * as fast and as sure while those are away as at any other time.
 */
@ApplicationScoped
public class Gauges {

    /** Half of what Prometheus takes between two looks. */
    private static final long SECONDS_BETWEEN = 15;
    /** The tables may not be there yet. */
    private static final long SECONDS_BEFORE = 5;

    private final List<Future<?>> asking = new CopyOnWriteArrayList<>();

    @Inject
    MetricRegistry metrics;

    @Resource
    ManagedScheduledExecutorService timer;

    /** Asks from now on, until the service stops. */
    public <T> Sample<T> sample(Supplier<T> question) {
        var sample = new Sample<>(question, System::nanoTime);
        asking.add(timer.scheduleWithFixedDelay(sample::ask, SECONDS_BEFORE, SECONDS_BETWEEN, TimeUnit.SECONDS));
        return sample;
    }

    /** @param value is asked at each look: no more than a few fields may be read for it */
    public void show(String name, String description, DoubleSupplier value, Tag... tags) {
        var metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        metrics.gauge(metadata, value::getAsDouble, tags);
    }

    @PreDestroy
    void stop() {
        asking.forEach(question -> question.cancel(true));
    }
}
