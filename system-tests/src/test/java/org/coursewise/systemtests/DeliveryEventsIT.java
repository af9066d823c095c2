package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of mails is told, of each mail at least once and under one id, also when email is killed meanwhile. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class DeliveryEventsIT {

    private static final int MAILS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** From the last mail on: whoever was killed is missed by then. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String SENT = "org.coursewise.email.delivery.sent";

    private final LocalStack stack;
    private final Api api;

    DeliveryEventsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
    }

    @Test
    void everyMailIsToldOfOnceThoughEmailIsKilledInTheMiddle() throws Exception {
        var admin = new People(stack).admin();
        var accepted = new ArrayList<String>();
        for (var i = 0; i < MAILS; i++) {
            if (i == MAILS / 2) {
                stack.kill("email");
                stack.restart("email");
            }
            var mail = Map.of(
                    "to",
                    "told" + i + "@events.example.org",
                    "template",
                    "welcome",
                    "variables",
                    Map.of("displayName", "Ada"));
            accepted.add(Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreException(Api.Unreachable.class)
                    .until(() -> api.post("/api/v1/messages", mail, admin), answer -> answer.status() == 202)
                    .text("id"));
        }

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(told(accepted).keySet()).containsExactlyInAnyOrderElementsOf(accepted));
        var told = told(accepted);
        assertThat(told.values()).as("ids of the events of one mail").allMatch(ids -> ids.size() == 1);
        System.out.printf("accepted %d, told of %d, each under one id%n", accepted.size(), told.size());
    }

    /** The ids of the events that say a mail is sent, by mail. */
    private Map<String, Set<String>> told(List<String> mails) {
        return new Topic(stack.kafkaBootstrapServers(), "email.delivery.v1")
                .read().stream()
                        .filter(entry -> mails.contains(entry.key()))
                        .filter(entry -> SENT.equals(entry.headers().get("ce_type")))
                        .collect(Collectors.groupingBy(
                                Topic.Entry::key,
                                Collectors.mapping(entry -> entry.headers().get("ce_id"), Collectors.toSet())));
    }
}
