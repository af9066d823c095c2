package org.coursewise.email.consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.coursewise.events.consumer.KafkaConnector;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.IncomingConnectorFactory;
import org.jspecify.annotations.Nullable;

/** Where the server hands records over. They may come before it has started: then they wait in the consumers. */
@ApplicationScoped
public class EmailChannels {

    @Inject
    EmailConsumers consumers;

    @Incoming("email-commands")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public CompletionStage<@Nullable Void> command(Message<byte[]> message) {
        return consumers.commands().receive(message);
    }

    @Incoming("auth-users")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public CompletionStage<@Nullable Void> fact(Message<byte[]> message) {
        return consumers.facts().receive(message);
    }

    @Incoming("course-enrollments")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public CompletionStage<@Nullable Void> enrollment(Message<byte[]> message) {
        return consumers.enrollments().receive(message);
    }

    @Produces
    @ApplicationScoped
    @Connector(KafkaConnector.NAME)
    IncomingConnectorFactory kafka() {
        return consumers.connector();
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck heartbeat() {
        return consumers.readiness();
    }

    void open(@Observes Startup startup) {
        consumers.open();
    }

    void close(@Observes Shutdown shutdown) {
        consumers.close();
    }
}
