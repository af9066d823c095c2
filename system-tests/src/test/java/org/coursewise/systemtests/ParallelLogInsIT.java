package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many log-ins at once take no more memory than few, and each of them ends well. */
@Tag("abuse")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ParallelLogInsIT {

    private static final int MANY = 40;
    private static final int TRIES = 20;

    /** Every thread that ever made a hash keeping its 19 MiB would be four times as much. */
    private static final long MOST_MORE_MEMORY = 160L << 20;

    private final LocalStack stack;
    private final Api api;
    private final Api auth;
    private final People people;

    ParallelLogInsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.auth = new Api(stack.addresses().auth());
        this.people = new People(stack);
    }

    @Test
    void fortyAtOnceAreAllLetInAndNoMoreAreHashedAtOnceThanThereAreProcessors() throws Exception {
        var address = "crowd@example.org";
        people.join(address);
        var left = new AtomicInteger(MANY);
        var tasks = Stream.concat(
                IntStream.range(0, MANY).<Callable<Integer>>mapToObj(i -> () -> logIn(address, left)),
                Stream.<Callable<Integer>>of(() -> mostHashedAtOnce(left)));
        var results = AtOnce.run(tasks.toList());
        assertThat(results.subList(0, MANY)).containsOnly(200);
        assertThat(results.get(MANY)).isBetween(1, Runtime.getRuntime().availableProcessors());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whateverThreadsHashTheProcessDoesNotGrowWithThem() throws Exception {
        var address = "crowd-growing@example.org";
        people.join(address);
        var before = stack.residentMemory("auth");
        for (var round = 0; round < 3; round++) {
            var left = new AtomicInteger(MANY);
            var tasks = IntStream.range(0, MANY).<Callable<Integer>>mapToObj(i -> () -> logIn(address, left));
            assertThat(AtOnce.run(tasks.toList())).containsOnly(200);
        }
        assertThat(stack.residentMemory("auth") - before).isLessThan(MOST_MORE_MEMORY);
    }

    /** The status in the end; who is asked to come back does, and is told when. */
    private int logIn(String address, AtomicInteger left) {
        try {
            for (var i = 0; i < TRIES; i++) {
                var answer = api.logIn(address, People.PASSWORD);
                if (!answer.body().contains("/overloaded")) {
                    return answer.status();
                }
                assertThat(answer.header("Retry-After")).isNotBlank();
            }
            return 503;
        } finally {
            left.decrementAndGet();
        }
    }

    private int mostHashedAtOnce(AtomicInteger left) {
        var most = 0;
        while (left.get() > 0) {
            most = Math.max(most, running());
        }
        return most;
    }

    private int running() {
        return List.of(auth.get("/metrics").body().split("\n")).stream()
                .filter(line -> line.startsWith("coursewise_password_hashes_running"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToInt(value -> (int) Double.parseDouble(value))
                .findFirst()
                .orElse(0);
    }
}
