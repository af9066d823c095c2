package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More people than seats enrol at once while a process is killed: every seat is given, none of them twice. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class SeatsIT {

    private static final int PEOPLE = 60;
    private static final int SEATS = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final LocalStack stack;
    private final Api api;
    private final String client;
    private final String admin;

    SeatsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        var people = new People(stack);
        this.client = people.client("learning:write");
        this.admin = people.admin();
    }

    @ParameterizedTest
    @ValueSource(strings = {"course", "kafka"})
    void noSeatIsLostOrSoldTwice(String victim) throws Exception {
        var course = course(victim);
        var answers = enrollWhile(victim, course);
        assertThat(answers).hasSize(PEOPLE);

        var counts = new HashMap<Integer, Integer>();
        answers.values().forEach(status -> counts.merge(status, 1, Integer::sum));
        var enrolled = Awaitility.await()
                .atMost(PATIENCE)
                .ignoreException(Api.Unreachable.class)
                .until(() -> api.get("/api/v1/courses/" + course), answer -> answer.status() == 200)
                .json()
                .path("enrolled")
                .asInt();
        assertThat(enrolled).as("seats taken, answers %s", counts).isEqualTo(SEATS);
        var active = 0;
        for (var person : answers.keySet()) {
            var own = api.get("/api/v1/enrollments?learnerId=" + person, client)
                    .json()
                    .path("items");
            assertThat(own.size()).as(person).isLessThanOrEqualTo(1);
            active += own.size();
            if (answers.get(person) == 201) {
                assertThat(own.size()).as("%s was told so", person).isEqualTo(1);
            }
        }
        assertThat(active).isEqualTo(SEATS);
    }

    private String course(String victim) {
        var fields = Map.of("code", "SEATS-" + victim, "title", "Few seats", "capacity", SEATS);
        var made = api.post("/api/v1/courses", fields, admin);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.text("id");
        assertThat(api.put("/api/v1/courses/" + id + "/publication", Map.of(), admin, null)
                        .status())
                .isEqualTo(204);
        return id;
    }

    /** What each was told in the end: 201, or 409 when the seats were gone or an answer was lost. */
    private Map<String, Integer> enrollWhile(String victim, String course) throws InterruptedException {
        var answers = new ConcurrentHashMap<String, Integer>();
        var begun = new AtomicInteger();
        var people = Executors.newFixedThreadPool(8);
        for (var i = 0; i < PEOPLE; i++) {
            var person = "seat-%s-%d".formatted(victim, i);
            people.execute(() -> {
                if (begun.incrementAndGet() == SEATS / 2) {
                    stack.kill(victim);
                    stack.restart(victim);
                }
                Awaitility.await(person)
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(200))
                        .ignoreException(Api.Unreachable.class)
                        .until(() -> {
                            var answer = api.post(
                                    "/api/v1/enrollments", Map.of("courseId", course, "learnerId", person), client);
                            answers.put(person, answer.status());
                            return answer.status() == 201 || answer.status() == 409;
                        });
            });
        }
        people.shutdown();
        assertThat(people.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        return answers;
    }
}
