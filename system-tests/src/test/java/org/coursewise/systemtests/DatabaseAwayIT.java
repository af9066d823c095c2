package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * PostgreSQL is killed while people work. Whoever asks is served or put off in time; auth and course say that they are not
 * ready, and live; once it is back they go on by themselves, and what was answered is there.
 */
@Tag("faults")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseAwayIT {

    /** A request waits for a connection of the pool for 5 s, and for nothing else. */
    private static final Duration DEADLINE = Duration.ofSeconds(6);

    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("away", 40));
    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration MAILED = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 100;

    private final LocalStack stack;
    private final Map<String, URI> services;
    private final Queue<String> notLive = new ConcurrentLinkedQueue<>();

    DatabaseAwayIT(LocalStack stack) {
        this.stack = stack;
        this.services = Map.of(
                "auth", stack.addresses().auth(),
                "course", stack.addresses().course());
    }

    @Test
    void forSeconds() throws InterruptedException {
        away("seconds", SHORT);
    }

    @Test
    @Tag("long")
    void forLongerThanAnyTimeOut() throws InterruptedException {
        away("minute", LONG);
    }

    private void away(String name, Duration time) throws InterruptedException {
        var people = new HardTimes(stack, "away." + name, DEADLINE);
        var over = new CountDownLatch(1);
        var watch = new Thread(() -> watchLife(over), "asks who lives");
        watch.start();
        var figures = "";
        try (people) {
            people.begin();
            TimeUnit.MILLISECONDS.sleep(BEFORE.toMillis());
            stack.kill("postgres");
            try {
                var down = await("DOWN", 503);
                TimeUnit.MILLISECONDS.sleep(time.toMillis());
                assertThat(services.keySet()).allMatch(service -> ready(service).status() == 503);
                figures = "DOWN after %d ms".formatted(down.toMillis());
            } finally {
                stack.restart("postgres");
            }
            figures += ", UP %d ms after it was back".formatted(await("UP", 200).toMillis());
            figures += ", nobody put off %d ms later".formatted(people.tally().millisUntilCalm(CALM, SOON));
        } finally {
            over.countDown();
            watch.join();
        }
        people.whatWasAnsweredIsThere();
        System.out.printf(
                "postgres away for %d s: %s; %s; %s%n", time.toSeconds(), people.tally(), figures, people.lost());
        var books = RegistrationBooks.closed(stack, "away." + name + ".", people.everybodyComesBack(), MAILED);
        System.out.printf("postgres away for %d s, and all came back: %s%n", time.toSeconds(), books);

        assertThat(people.tally().wrong()).as(people.tally().toString()).isEmpty();
        assertThat(people.tally().putOff()).isPositive();
        assertThat(notLive).isEmpty();
        books.agree();
        assertThat(books.repeated()).as(books.toString()).isZero();
        people.everybodyIsEnrolledOnce();
        new Reconciliation(stack).outboxesAreEmpty();
    }

    /** How long it took both services to say so. */
    private Duration await(String word, int status) {
        var begun = System.nanoTime();
        Awaitility.await("auth and course are " + word)
                .atMost(SOON)
                .pollInterval(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                .untilAsserted(() -> assertThat(services.keySet()).allSatisfy(service -> {
                    var answer = ready(service);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
                    assertThat(answer.json().path("checks"))
                            .as(answer.body())
                            .anyMatch(check ->
                                    "database".equals(check.path("name").asString(""))
                                            && word.equals(check.path("status").asString("")));
                }));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private Api.Answer ready(String service) {
        return health(service, "/health/ready");
    }

    private Api.Answer health(String service, String path) {
        var server = new Api(services.getOrDefault(service, URI.create("")));
        return server.send(server.request(path).timeout(DEADLINE));
    }

    private void watchLife(CountDownLatch over) {
        try {
            while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                for (var service : List.of("auth", "course")) {
                    lookAt(service);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAt(String service) {
        try {
            var answer = health(service, "/health/live");
            if (answer.status() != 200 || !"UP".equals(answer.text("status"))) {
                notLive.add(service + ": " + answer.status() + " " + answer.body());
            }
        } catch (RuntimeException e) {
            notLive.add(service + ": " + e);
        }
    }
}
