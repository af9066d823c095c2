package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Email is asked to stop (SIGTERM) while it works: what it was asked before is answered, and each mail comes once. */
@Tag("faults")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class StopUnderLoadIT {

    private static final int CALLERS = 4;
    private static final int BEFORE = 40;
    private static final String ENDING = "@stopped.example.org";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LocalStack stack;
    private final Api api;
    private final String admin;
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();

    StopUnderLoadIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.admin = new People(stack).admin();
    }

    @Test
    void whatWasAskedIsAnsweredAndEachMailComesOnce() throws InterruptedException {
        var callers = Executors.newFixedThreadPool(CALLERS);
        for (var i = 0; i < CALLERS; i++) {
            callers.execute(this::askUntilStopped);
        }
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> asked.get() > BEFORE);
            stack.stop("email");
        } finally {
            stopped.set(true);
            callers.shutdown();
            assertThat(callers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            stack.restart("email");
        }
        var taken = answers.getOrDefault(202, new AtomicInteger()).get();
        var books = MailBooks.closed(stack, ENDING, taken, PATIENCE);
        System.out.printf("email stopped under load: answers %s; %s%n", answers, books);
        assertThat(answers.keySet()).as("nothing was cut off").isSubsetOf(List.of(202, 503));
        assertThat(taken).isGreaterThan(BEFORE);
        books.nothingIsLostAndRepeatedAtMost(0);
    }

    /** 503 is the gateway's word, when there is nobody to ask any more. */
    private void askUntilStopped() {
        while (!stopped.get()) {
            var mail = Map.of(
                    "to",
                    "m" + asked.incrementAndGet() + ENDING,
                    "template",
                    "welcome",
                    "variables",
                    Map.of("displayName", "Ada"));
            var status = api.post("/api/v1/messages", mail, admin).status();
            answers.computeIfAbsent(status, none -> new AtomicInteger()).incrementAndGet();
        }
    }
}
