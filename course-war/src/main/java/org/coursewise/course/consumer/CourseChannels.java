package org.coursewise.course.consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.coursewise.events.consumer.KafkaConnector;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.IncomingConnectorFactory;
import org.jspecify.annotations.Nullable;

/** Where the server hands records over. They may come before the tables are there: then they wait in the consumers. */
@ApplicationScoped
public class CourseChannels {

    @Inject
    CourseConsumers consumers;

    @Incoming("auth-users")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public CompletionStage<@Nullable Void> fact(Message<byte[]> message) {
        return consumers.users().receive(message);
    }

    @Incoming("email-preferences")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public CompletionStage<@Nullable Void> preference(Message<byte[]> message) {
        return consumers.preferences().receive(message);
    }

    @Produces
    @ApplicationScoped
    @Connector(KafkaConnector.NAME)
    IncomingConnectorFactory kafka() {
        return consumers.connector();
    }

    void close(@Observes Shutdown shutdown) {
        consumers.close();
    }
}
