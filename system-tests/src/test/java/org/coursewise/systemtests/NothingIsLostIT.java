package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process is killed with SIGKILL while people register. Once it is back, everybody who was answered has one account,
 * and a registration that was answered has one message on record and one mail; no mail is there of one that was not kept.
 * Whoever got no answer registers again, as a person would, and may find a mail for each time.
 */
@Tag("faults")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class NothingIsLostIT {

    /** {@code -Dpeople=100} for more. */
    private static final int PEOPLE = Integer.getInteger("people", 30);

    private static final int AT_ONCE = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final LocalStack stack;
    private final Api api;

    NothingIsLostIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth", "email", "kafka", "postgres", "mongo"})
    void whoWasAnsweredHasOneAccountOneMessageAndOneMail(String victim) throws Exception {
        var tries = registerWhile(victim);
        assertThat(tries).as("people who were answered").hasSize(PEOPLE);

        var books = RegistrationBooks.closed(stack, victim + ".", tries.keySet(), PATIENCE);
        var times = tries.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("%s killed while %d people registered, %d times: %s%n", victim, PEOPLE, times, books);
        books.agree();
        assertThat(books.commands()).as("mails that were asked for").hasSizeLessThanOrEqualTo(times);
    }

    /** How often each person had to try. */
    private Map<String, Integer> registerWhile(String victim) throws InterruptedException {
        var tries = new ConcurrentHashMap<String, Integer>();
        var begun = new AtomicInteger();
        var people = Executors.newFixedThreadPool(AT_ONCE);
        for (var i = 0; i < PEOPLE; i++) {
            var person = "%s.%d@example.org".formatted(victim, i);
            people.execute(() -> {
                if (begun.incrementAndGet() == PEOPLE / 3) {
                    stack.kill(victim);
                    stack.restart(victim);
                }
                var times = new AtomicInteger();
                Awaitility.await(person)
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(200))
                        .ignoreException(Api.Unreachable.class)
                        .until(() -> {
                            times.incrementAndGet();
                            return api.register(person, "correct horse " + person, "en")
                                            .status()
                                    == 202;
                        });
                tries.put(person, times.get());
            });
        }
        people.shutdown();
        assertThat(people.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        return tries;
    }
}
