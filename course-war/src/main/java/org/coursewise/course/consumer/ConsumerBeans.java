package org.coursewise.course.consumer;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.coursewise.course.erasure.UserFacts;
import org.coursewise.postgres.OutboxSettings;
import org.coursewise.rest.problem.TransientFault;

/** The one set of consumers. */
@ApplicationScoped
class ConsumerBeans {

    @Resource
    ManagedExecutorService executor;

    @Produces
    @Singleton
    CourseConsumers consumers(OutboxSettings settings, UserFacts facts, @Any Instance<TransientFault> faults) {
        return new CourseConsumers(settings, facts, faults.stream().toList(), executor);
    }
}
