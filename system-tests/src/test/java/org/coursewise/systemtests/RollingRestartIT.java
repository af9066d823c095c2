package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Services with two replicas are restarted one replica after the other while people register, log in, read and enrol.
 * Nobody notices: no request fails, no event is lost, no mail comes twice.
 */
@Tag("faults")
@Tag("long")
class RollingRestartIT {

    private static final System.Logger LOG = System.getLogger(RollingRestartIT.class.getName());
    private static final Duration SOON = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(strings = {"auth", "course", "email"})
    void isRestartedAndNobodyNotices(String service) {
        try (var stack = LocalStack.start(options(service))) {
            var traffic = new Traffic(stack);
            try (traffic) {
                traffic.begin();
                restart(stack, service, service);
                restart(stack, service, service + "-2");
            }
            LOG.log(System.Logger.Level.INFO, "{0} restarted; answered: {1}", service, traffic.answered());
            assertThat(traffic.failures()).as("of " + traffic.answered()).isEmpty();
            assertThat(traffic.answered())
                    .hasSize(4)
                    .allSatisfy((kind, count) -> assertThat(count).as(kind).isPositive());
            var books = new Reconciliation(stack);
            books.outboxesAreEmpty();
            books.eachHasOneOfEach(Traffic.REGISTERED, traffic.registered());
            traffic.enrolments().forEach(books::eachEnrolmentHasOneMail);
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} registrations have one account, message and mail each; one mail for each of {1} enrolments",
                    traffic.registered().size(),
                    traffic.enrolments().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum());
        }
    }

    private static void restart(LocalStack stack, String service, String replica) {
        stack.stop(replica);
        if ("email".equals(service)) {
            awaitOneConsumerEach(stack);
        }
        stack.restart(replica);
    }

    /** Who leaves without a word is a member until its session times out, and its partitions wait for that long. */
    private static void awaitOneConsumerEach(LocalStack stack) {
        try (var groups = new ConsumerGroups(stack.kafkaBootstrapServers())) {
            Awaitility.await("the groups of email").atMost(SOON).until(groups::members, List.of(1, 1, 1)::equals);
        }
    }

    private static StackOptions options(String service) {
        return StackOptions.in(Path.of(System.getProperty("stack.home") + "-rolling"))
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withReplicas(service, 2)
                .withParts(Set.of(
                        "postgres", "kafka", "mongo", "mail", "gateway", "auth", "course", "email", service + "-2"));
    }
}
