package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kafka or MongoDB is away for longer than any time-out: who registers is answered, and what waits goes on by itself. */
@Tag("faults")
@Tag("long")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class StoresAwayIT {

    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("away", 120));
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LocalStack stack;
    private final Api api;

    StoresAwayIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
    }

    @Test
    void withoutKafkaPeopleRegisterAndTheOutboxDrainsByItself() throws InterruptedException {
        stack.kill("kafka");
        registerWhileAway("kafka");
    }

    /** A start without Kafka, with what was asked for before it. */
    @Test
    void serversStartWithoutKafkaAndWithABacklog() throws InterruptedException {
        stack.kill("kafka");
        var before = register("backlog.before");
        stack.stop("email");
        stack.kill("auth");
        stack.restart("auth");
        var after = register("backlog.after");
        // ready only when it reads its commands
        var email = CompletableFuture.runAsync(() -> stack.restart("email"));
        stack.restart("kafka");
        email.join();
        settled("backlog.", Set.of(before, after));
    }

    @Test
    void withoutMongoNothingIsAcknowledgedAndNothingIsLost() throws InterruptedException {
        stack.kill("mongo");
        registerWhileAway("mongo");
    }

    private void registerWhileAway(String store) throws InterruptedException {
        var people = new TreeSet<String>();
        var until = System.nanoTime() + AWAY.toNanos();
        while (System.nanoTime() < until) {
            people.add(register(store + ".away." + people.size()));
            TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
        }
        stack.restart(store);
        settled(store + ".away.", people);
    }

    private String register(String name) {
        var person = name + "@example.org";
        assertThat(api.register(person, "correct horse " + person, "en").status())
                .as(person)
                .isEqualTo(202);
        return person;
    }

    private void settled(String prefix, Set<String> people) {
        var begun = System.nanoTime();
        var books = RegistrationBooks.closed(stack, prefix, people, PATIENCE);
        System.out.printf(
                "%s: settled %d s after it was back: %s%n", prefix, (System.nanoTime() - begun) / 1_000_000_000, books);
        books.agree();
        assertThat(books.repeated()).as(books.toString()).isZero();
    }
}
