package org.coursewise.course.consumer;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.coursewise.course.learner.ExternalIds;
import org.coursewise.postgres.OutboxSettings;
import org.coursewise.rest.problem.TransientFault;

/** Makes the consumer, once. */
@ApplicationScoped
class ConsumerBeans {

    @Produces
    @Singleton
    static CourseConsumers consumers(
            OutboxSettings settings,
            ExternalIds facts,
            @Any Instance<TransientFault> faults,
            ManagedExecutorService executor) {
        return new CourseConsumers(settings, facts, faults.stream().toList(), executor);
    }
}
