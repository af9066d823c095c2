package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * A service is asked ten times as much as it can do. It does most of what it can, puts the rest off at once and says when to
 * come back, takes no more memory than it has, and is as before soon after.
 */
@Tag("faults")
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class OverloadIT {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofSeconds(3);
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration CALM_WITHIN = Duration.ofSeconds(30);
    private static final long NORMAL_MILLIS = 1_000;
    /** Connections; the first is to warm up. */
    private static final List<Integer> RAMP = List.of(16, 4, 16, 64);

    private static final int CONNECTIONS = Integer.getInteger("connections", 512);
    private static final int TIMES = 10;
    private static final double SHARE = .7;
    private static final long MOST_MORE_MEMORY = 400L << 20;
    private static final int ACCOUNTS = 10;
    private static final int LOOK_MILLIS = 500;

    private final LocalStack stack = LocalStack.start(options());
    private final Api api = new Api(stack.addresses().api());
    private final People people = new People(stack);
    private final String client = people.client("learning:write", "emails:send");

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void logIns() throws Exception {
        for (var i = 0; i < ACCOUNTS; i++) {
            people.join(account(i));
        }
        var server = stack.addresses().auth();
        flood(
                "auth",
                server,
                number -> Flood.post(
                        server,
                        "/api/v1/sessions",
                        "X-Forwarded-For: 10.%d.%d.7\r\n".formatted(number / 250 % 250, number % 250),
                        Map.of("email", account(number), "password", People.PASSWORD)));
    }

    @Test
    void enrolments() throws Exception {
        var course = new EnrolledCourses(api, people.admin()).published("FLOOD", "Flooded", Map.of());
        var server = stack.addresses().course();
        flood(
                "course",
                server,
                number -> Flood.post(
                        server,
                        "/api/v1/enrollments",
                        "Authorization: Bearer " + client + "\r\n",
                        Map.of("courseId", course, "learnerId", "flood-" + number)));
    }

    @Test
    void mails() throws Exception {
        var server = stack.addresses().email();
        flood(
                "email",
                server,
                number -> Flood.post(
                        server,
                        "/api/v1/messages",
                        "Authorization: Bearer " + client + "\r\n",
                        Map.of(
                                "to",
                                "m" + number + "@flood.example.org",
                                "template",
                                "welcome",
                                "variables",
                                Map.of("displayName", "Ada"))));
    }

    private static String account(int number) {
        return "flood.%d@example.org".formatted(number % ACCOUNTS);
    }

    private void flood(String service, URI server, IntFunction<byte[]> numbered) throws Exception {
        var numbers = new AtomicInteger();
        IntFunction<byte[]> requests = number -> numbered.apply(numbers.incrementAndGet());
        var peak = 0.0;
        for (var connections : RAMP) {
            var step = new Flood(server, connections, DEADLINE, requests).run(Double.POSITIVE_INFINITY, STEP);
            System.out.printf("%s, %d connections: %s%n", service, connections, step);
            peak = Math.max(peak, step.goodput());
        }
        var before = stack.residentMemory(service);
        var over = new CountDownLatch(1);
        var most = CompletableFuture.supplyAsync(() -> mostMemory(service, over));
        var flood = run(server, requests, peak * TIMES);
        over.countDown();
        var more = most.join() - before;
        var since = System.nanoTime();
        Awaitility.await("a normal answer in normal time").atMost(CALM_WITHIN).until(() -> isNormal(server, requests));
        System.out.printf(
                "%s: peak %.1f/s, asked for %.1f/s: %s; %.0f %% of the peak; memory %+d MiB; normal %d ms after%n",
                service,
                peak,
                peak * TIMES,
                flood,
                100 * flood.goodput() / peak,
                more >> 20,
                (System.nanoTime() - since) / 1_000_000);
        assertThat(flood.statuses().keySet())
                .as(flood.toString())
                .allMatch(status -> status / 100 == 2 || status == 429 || status == 503);
        assertThat(flood.withoutRetryAfter()).as(flood.toString()).isZero();
        assertThat(flood.lost()).as(flood.toString()).isZero();
        assertThat(flood.goodput()).as(flood.toString()).isGreaterThan(peak * SHARE);
        assertThat(more).isLessThan(MOST_MORE_MEMORY);
    }

    private static Flood.Outcome run(URI server, IntFunction<byte[]> requests, double perSecond) throws IOException {
        return new Flood(server, CONNECTIONS, DEADLINE, requests).run(perSecond, TIME);
    }

    /** One request by itself. */
    private static boolean isNormal(URI server, IntFunction<byte[]> requests) throws IOException {
        var one = new Flood(server, 1, DEADLINE, requests).run(1, Duration.ofMillis(1_100));
        return one.goodput() > 0 && one.slowestMillis() < NORMAL_MILLIS;
    }

    private long mostMemory(String service, CountDownLatch over) {
        var most = stack.residentMemory(service);
        try {
            while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                most = Math.max(most, stack.residentMemory(service));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return most;
    }

    private static StackOptions options() {
        return StackOptions.in(Path.of(System.getProperty("stack.home") + "-overload"))
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withParts(Set.of("postgres", "kafka", "mongo", "mail", "gateway", "auth", "course", "email"));
    }
}
