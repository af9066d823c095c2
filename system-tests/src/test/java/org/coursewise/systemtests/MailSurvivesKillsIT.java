package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Email is killed with SIGKILL while it works: every mail comes, and hardly one comes twice, under one Message-ID. */
@Tag("faults")
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class MailSurvivesKillsIT {

    private static final int MAILS = Integer.getInteger("mails", 5_000);
    private static final int KILLS = 3;
    private static final int DOMAINS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final MailSink sink = new MailSink();
    private final LocalStack stack = LocalStack.start(options());
    private final Topic commands = new Topic(stack.kafkaBootstrapServers(), MailCommands.TOPIC);

    @AfterAll
    void stop() {
        stack.close();
        sink.close();
    }

    @Test
    void everyMailComesThoughEmailIsKilledThreeTimes() {
        var begun = System.nanoTime();
        commands.write(
                MailCommands.welcomes(MAILS, number -> "m%d@d%d.kills.example".formatted(number, number % DOMAINS)));
        for (var kill = 1; kill <= KILLS; kill++) {
            var soMany = MAILS * kill / (KILLS + 1);
            Awaitility.await(soMany + " mails")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> sink.size() >= soMany);
            stack.kill("email");
            System.out.printf("killed after %d mails%n", sink.size());
            stack.restart("email");
        }
        var books = MailBooks.closed(stack, sink, ".kills.example", MAILS, PATIENCE);
        System.out.printf(
                "email killed %d times in %d s; %s%n", KILLS, (System.nanoTime() - begun) / 1_000_000_000, books);
        books.nothingIsLostAndRepeatedAtMost(KILLS);
    }

    /** The server's 250 is on its way, and there is nobody any more to read it: the one case in which a mail has to come twice. */
    @Test
    void whatWasTakenWhenEmailDiedComesOnceMoreUnderItsMessageId() throws InterruptedException {
        var crashed = new CountDownLatch(1);
        sink.watch(
                to -> {
                    if (to.equals("first@crash.example") && crashed.getCount() > 0) {
                        stack.freeze("email");
                    }
                },
                to -> {
                    if (to.equals("first@crash.example") && crashed.getCount() > 0) {
                        stack.kill("email");
                        crashed.countDown();
                    }
                });
        commands.write(MailCommands.welcome("first@crash.example"));
        assertThat(crashed.await(1, TimeUnit.MINUTES)).isTrue();
        stack.restart("email");
        var books = MailBooks.closed(stack, sink, "@crash.example", 1, PATIENCE);
        System.out.printf("email killed after the SMTP server's 250; %s%n", books);
        books.nothingIsLostAndRepeatedAtMost(1);
        assertThat(books.repeated()).isEqualTo(1);
    }

    private StackOptions options() {
        return StackOptions.in(Path.of(System.getProperty("stack.home") + "-kills"))
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withSettings(sink.settings())
                .withParts(Set.of("postgres", "kafka", "mongo", "auth", "email"));
    }
}
