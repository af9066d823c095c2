package org.coursewise.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two replicas of email share a batch, and one of them leaves and comes back in the middle of it. */
@Tag("faults")
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class EmailReplicasIT {

    private static final int MAILS = 3_000;
    private static final int DOMAINS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration MISSED = Duration.ofSeconds(25);

    private final MailSink sink = new MailSink();
    private final LocalStack stack = LocalStack.start(options());
    private final Topic commands = new Topic(stack.kafkaBootstrapServers(), MailCommands.TOPIC);

    @AfterAll
    void stop() {
        stack.close();
        sink.close();
    }

    @Test
    void oneIsAskedToStopInTheMiddleOfABatchAndNoMailIsLostOrRepeated() {
        var books = batch("stops.example", () -> stack.stop("email-2"));
        System.out.printf("two replicas, SIGTERM to one and its return; %s%n", books);
        books.nothingIsLostAndRepeatedAtMost(0);
    }

    @Test
    void oneIsKilledInTheMiddleOfABatchAndNoMailIsLostAndHardlyOneRepeated() {
        var books = batch("dies.example", () -> stack.kill("email-2"));
        System.out.printf("two replicas, SIGKILL to one and its return; %s%n", books);
        books.nothingIsLostAndRepeatedAtMost(1);
    }

    /** Until then nobody goes on with its mails. */
    @Test
    void aKilledOneIsMissedSoon() {
        try (var groups = new ConsumerGroups(stack.kafkaBootstrapServers())) {
            awaitBoth(groups);
            stack.kill("email-2");
            Awaitility.await("the other alone").atMost(MISSED).until(groups::members, List.of(1, 1, 1)::equals);
            stack.restart("email-2");
        }
    }

    /** Half of it before the other replica goes, and a part while it is away: the rest when both are there. */
    private MailBooks batch(String domain, Runnable fault) {
        try (var groups = new ConsumerGroups(stack.kafkaBootstrapServers())) {
            awaitBoth(groups);
            var before = sink.size();
            commands.write(
                    MailCommands.welcomes(MAILS, number -> "m%d@d%d.%s".formatted(number, number % DOMAINS, domain)));
            Awaitility.await("a third of them")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> sink.size() - before >= MAILS / 3);
            fault.run();
            System.out.printf("one replica went after %d mails%n", sink.size() - before);
            stack.restart("email-2");
            return MailBooks.closed(stack, sink, "." + domain, MAILS, PATIENCE);
        }
    }

    private static void awaitBoth(ConsumerGroups groups) {
        Awaitility.await("both in the groups").atMost(PATIENCE).until(groups::members, List.of(2, 2, 2)::equals);
    }

    private StackOptions options() {
        return StackOptions.in(Path.of(System.getProperty("stack.home") + "-emails"))
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withReplicas("email", 2)
                .withSettings(sink.settings())
                .withParts(Set.of("postgres", "kafka", "mongo", "auth", "email", "email-2"));
    }
}
