package org.coursewise.course.consumer;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.coursewise.course.digest.PreferenceFacts;
import org.coursewise.course.erasure.UserFacts;
import org.coursewise.course.invitation.AddressFacts;
import org.coursewise.course.learner.ExternalIds;
import org.coursewise.postgres.OutboxSettings;
import org.coursewise.rest.problem.TransientFault;

/** The one set of consumers. */
@ApplicationScoped
class ConsumerBeans {

    @Resource
    ManagedExecutorService executor;

    @Produces
    @Singleton
    CourseConsumers consumers(
            OutboxSettings settings,
            UserFacts erased,
            ExternalIds linked,
            AddressFacts addresses,
            PreferenceFacts preferences,
            @Any Instance<TransientFault> faults) {
        var facts = List.of(linked, addresses, erased);
        return new CourseConsumers(settings, facts, preferences, faults.stream().toList(), executor);
    }
}
