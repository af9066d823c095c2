package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The SMTP server puts mails off, refuses them, or says nothing any more: who has to do with it waits, nobody else does. */
@Tag("faults")
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class AwkwardMailServerIT {

    private static final int ATTEMPTS = 5;
    private static final int MAILS = 100;
    private static final Duration FIRST_RETRY = Duration.ofMillis(400);
    private static final Duration TIME_OUT = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MailSink sink = new MailSink();
    private final LocalStack stack = LocalStack.start(options());
    private final Topic commands = new Topic(stack.kafkaBootstrapServers(), MailCommands.TOPIC);

    @AfterAll
    void stop() {
        stack.close();
        sink.close();
    }

    @Test
    void whoIsPutOffIsTriedLessAndLessOftenAndThenNoMore() {
        var address = "full@awkward.example";
        sink.refuse(address, "451 4.2.2 mailbox full");
        commands.write(MailCommands.welcome(address));

        Awaitility.await().atMost(PATIENCE).until(() -> MailBooks.records(stack, address), Map.of("failed", 1)::equals);
        var tries = sink.tries(address);
        assertThat(tries).hasSize(ATTEMPTS);
        var pauses = new StringBuilder();
        for (var i = 1; i < ATTEMPTS; i++) {
            var pause = Duration.between(tries.get(i - 1), tries.get(i));
            pauses.append(' ').append(pause.toMillis());
            assertThat(pause)
                    .as("from half of it on it is random")
                    .isGreaterThanOrEqualTo(
                            FIRST_RETRY.multipliedBy(1L << (i - 1)).dividedBy(2));
        }
        System.out.printf("4xx: %d attempts, pauses of%s ms, then failed%n", tries.size(), pauses);
    }

    @Test
    void whoIsRefusedIsNotTriedAgainAndNotWrittenToAnyMore() {
        var address = "gone@refused.example";
        sink.refuse(address, "550 5.1.1 no such mailbox");
        commands.write(MailCommands.welcome(address));

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> MailBooks.records(stack, address), Map.of("bounced", 1)::equals);
        Awaitility.await().atMost(PATIENCE).until(() -> isSuppressed(address));
        commands.write(MailCommands.welcome(address));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> MailBooks.records(stack, address), Map.of("bounced", 1, "suppressed", 1)::equals);
        assertThat(sink.tries(address)).hasSize(1);
        System.out.printf("5xx: 1 attempt, bounced, the address suppressed, the next mail to it not sent%n");
    }

    @Test
    void whereTheServerFallsSilentMailsWaitAndAllOthersComeMeanwhile() {
        sink.fallSilent("silent.example");
        try (var groups = new ConsumerGroups(stack.kafkaBootstrapServers())) {
            var members = groups.memberIds();
            commands.write(MailCommands.welcomes(MAILS, number -> "m%d@silent.example".formatted(number)));
            var begun = System.nanoTime();
            commands.write(MailCommands.welcomes(MAILS, number -> "m%d@lively.example".formatted(number)));
            var lively = MailBooks.closed(stack, sink, "@lively.example", MAILS, TIME_OUT);
            var millis = (System.nanoTime() - begun) / 1_000_000;
            lively.nothingIsLostAndRepeatedAtMost(0);

            Awaitility.await("a time-out").atMost(PATIENCE).until(() -> MailBooks.records(stack, "@silent.example")
                    .containsKey("deferred"));
            assertThat(groups.memberIds()).isEqualTo(members);
            assertThat(sink.delivered("@silent.example")).isEmpty();
            sink.speak("silent.example");
            var silent = MailBooks.closed(stack, sink, "@silent.example", MAILS, PATIENCE);
            System.out.printf(
                    "a silent SMTP server: the others came within %d ms; %s; then %s; the consumers stayed%n",
                    millis, lively, silent);
            silent.nothingIsLostAndRepeatedAtMost(0);
            assertThat(groups.memberIds()).isEqualTo(members);
        }
    }

    private boolean isSuppressed(String address) {
        try (var client = MongoClients.create(stack.mongoUri("email"))) {
            return client.getDatabase("email").getCollection("suppressions").countDocuments(Filters.eq("_id", address))
                    == 1;
        }
    }

    private StackOptions options() {
        var settings = new HashMap<>(sink.settings());
        settings.put("COURSEWISE_SMTP_READ_TIMEOUT", TIME_OUT.toString());
        settings.put("COURSEWISE_MAIL_MAX_ATTEMPTS", Integer.toString(ATTEMPTS));
        settings.put("COURSEWISE_MAIL_FIRST_RETRY", FIRST_RETRY.toString());
        settings.put("COURSEWISE_MAIL_POLL_INTERVAL", "PT0.1S");
        return StackOptions.in(Path.of(System.getProperty("stack.home") + "-awkward"))
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withSettings(settings)
                .withParts(Set.of("postgres", "kafka", "mongo", "auth", "email"));
    }
}
