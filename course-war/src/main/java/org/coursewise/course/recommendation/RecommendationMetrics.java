package org.coursewise.course.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coursewise.recommender.Recommendations.Level;
import org.coursewise.rest.metrics.Gauges;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/** Which model answers here, how old it is, and how good the answers are that learners get. */
@ApplicationScoped
class RecommendationMetrics {

    private static final String MODEL_INFO = "coursewise_model_info";
    private static final Metadata ANSWERS = Metadata.builder()
            .withName("coursewise_recommendations")
            .withDescription("Answers to learners by what gave them their order; popular is the fallback")
            .build();
    private static final double MILLIS = 1_000;

    @Inject
    MetricRegistry metrics;

    @Inject
    Gauges gauges;

    @Inject
    Clock clock;

    /** The registry looks for a counter by comparing all tags, at every answer anew. */
    private final Map<Level, Counter> answers = new ConcurrentHashMap<>();

    private volatile @Nullable Instant trainedAt;
    private @Nullable Tag version;

    /** Each counter is there from the start: a rate needs a zero to begin at. */
    void show(@Observes Startup startup) {
        for (var level : Level.values()) {
            counter(level);
        }
        gauges.show(
                "coursewise_model_age_seconds",
                "Since the model that answers here was trained; NaN before the first",
                this::age);
    }

    void answered(Level level) {
        counter(level).inc();
    }

    /** From now on this model answers. */
    synchronized void serves(String newVersion, Instant itsTraining) {
        trainedAt = itsTraining;
        if (version != null) {
            metrics.remove(new MetricID(MODEL_INFO, version));
        }
        version = new Tag("version", newVersion);
        gauges.show(MODEL_INFO, "1 for the version of the model that answers here", () -> 1, version);
    }

    private Counter counter(Level level) {
        return answers.computeIfAbsent(
                level,
                one -> metrics.counter(ANSWERS, new Tag("level", one.name().toLowerCase(Locale.ROOT))));
    }

    private double age() {
        var since = trainedAt;
        return since == null
                ? Double.NaN
                : Duration.between(since, clock.instant()).toMillis() / MILLIS;
    }
}
