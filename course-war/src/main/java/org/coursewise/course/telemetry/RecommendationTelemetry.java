package org.coursewise.course.telemetry;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.coursewise.events.EventFactory;
import org.coursewise.events.telemetry.Telemetry;
import org.coursewise.postgres.OutboxSettings;
import org.coursewise.rest.metrics.Gauges;

/** Tells what was recommended and what came of it, as {@code course.recommendation.v1}; it may get lost, and is counted then. */
@ApplicationScoped
public class RecommendationTelemetry {

    private static final String TOPIC = "course.recommendation.v1";
    private static final String TYPE = "org.coursewise.course.recommendation.";

    @Inject
    Telemetry telemetry;

    @Inject
    OutboxSettings settings;

    @Inject
    Clock clock;

    @Produces
    @Singleton
    static Telemetry telemetry(OutboxSettings settings) {
        return new Telemetry(TOPIC, () -> Telemetry.hasty(settings.kafka(), "course-recommendation-telemetry"));
    }

    void show(@Observes Startup startup, Gauges gauges) {
        gauges.show(
                "coursewise_recommendation_telemetry_dropped",
                "Events of recommendations that got lost on their way to Kafka since the start",
                telemetry::dropped);
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TelemetrySaid said) {
        say(said.fact(), said.learner(), said.data());
    }

    /** @param data a record that is written as JSON */
    public void say(String fact, String learner, Object data) {
        telemetry.say(new EventFactory("/coursewise/" + settings.service(), clock).event(TYPE + fact, learner, data));
    }

    public void start(ManagedExecutorService executor) {
        telemetry.start(executor);
    }

    @PreDestroy
    void stop() {
        telemetry.close();
    }
}
