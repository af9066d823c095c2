package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each command comes three times, in any order: one message and one mail. */
@Tag("faults")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class SameCommandAgainIT {

    private static final int COMMANDS = 20;
    private static final int TIMES = 3;
    private static final String LAST = "last@again.example.org";

    private final LocalStack stack;
    private final Topic commands;

    SameCommandAgainIT(LocalStack stack) {
        this.stack = stack;
        this.commands = new Topic(stack.kafkaBootstrapServers(), MailCommands.TOPIC);
    }

    @Test
    void aCommandThatComesThreeTimesAndOutOfOrderIsOneMail() {
        // one key: whoever gets the last mail has all others behind them
        var key = UUID.randomUUID().toString();
        var asked = IntStream.range(0, COMMANDS)
                .mapToObj(number -> MailCommands.welcome(UUID.randomUUID(), key, address(number)))
                .toList();
        var said = new ArrayList<Topic.Entry>();
        for (var time = 0; time < TIMES; time++) {
            said.addAll(asked);
        }
        Collections.shuffle(said, new Random(COMMANDS));
        commands.write(said);
        commands.write(MailCommands.welcome(UUID.randomUUID(), key, LAST));

        mailbox(LAST).waitFor(1);
        var ids = IntStream.range(0, COMMANDS)
                .mapToObj(number -> mailbox(address(number)).waitFor(1))
                .flatMap(List::stream)
                .map(Mailbox.Mail::messageId)
                .toList();
        var records = MailBooks.records(stack, "@again.example.org");
        System.out.printf(
                "%d commands said %d times each: records %s, deliveries %d, Message-IDs %d%n",
                COMMANDS, TIMES, records, ids.size(), ids.stream().distinct().count());
        assertThat(ids).hasSize(COMMANDS).doesNotHaveDuplicates();
        assertThat(records.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(COMMANDS + 1);
    }

    private Mailbox mailbox(String address) {
        return new Mailbox(stack.addresses().ports().imap(), address);
    }

    private static String address(int number) {
        return "a%d@again.example.org".formatted(number);
    }
}
