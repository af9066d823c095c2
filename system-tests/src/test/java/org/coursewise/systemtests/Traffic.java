package org.coursewise.systemtests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.coursewise.localstack.LocalStack;

/**
 * What people do while servers come and go: some register, some log in, some read, some enrol, each at an even pace. Every
 * answer is looked at, and nothing is sent twice.
 */
final class Traffic implements AutoCloseable {

    /** Addresses of those who register begin so. */
    static final String REGISTERED = "rolling.";

    private static final int LEARNERS = 5;
    private static final int FEW_COURSES = 60;
    private static final int READERS = 3;
    private static final Duration BETWEEN = Duration.ofMillis(400);
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(100);

    private final Api api;
    private final People people;
    private final List<Learner> learners = new CopyOnWriteArrayList<>();
    private final List<String> courses = new ArrayList<>();
    private final Map<String, AtomicInteger> answered = new ConcurrentHashMap<>();
    private final Map<String, Integer> enrolments = new ConcurrentHashMap<>();
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final Pace pace = new Pace();
    private volatile String admin;

    private record Learner(String address, String token) {}

    /** A request that was not answered as it should be; the status is 0 where there was no answer. */
    record Failure(String kind, Instant at, int status, String said) {}

    Traffic(LocalStack stack) {
        this(stack, FEW_COURSES);
    }

    /** Makes the courses and the people; nothing moves before {@link #begin}. Each learner takes each course once. */
    Traffic(LocalStack stack, int courseCount) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
        var catalogue = new EnrolledCourses(api, admin);
        for (var i = 0; i < courseCount; i++) {
            courses.add(catalogue.published("ROLL-" + i, "Restart without a lost request " + i, Map.of()));
        }
        for (var i = 0; i < LEARNERS; i++) {
            var address = "learner.%d@example.org".formatted(i);
            learners.add(new Learner(address, people.join(address)));
        }
    }

    void begin() {
        repeat("registrations", BETWEEN, this::register);
        repeat("log-ins", BETWEEN, this::logIn);
        repeat("enrolments", BETWEEN, this::enrol);
        for (var reader = 0; reader < READERS; reader++) {
            repeat("readings", BETWEEN_READINGS, this::read);
        }
    }

    /** Ends it after the requests that are under way. */
    @Override
    public void close() {
        pace.close();
    }

    /** Every answer that was not the one to expect, and every request without an answer. */
    List<Failure> failures() {
        return List.copyOf(failures);
    }

    Set<String> registered() {
        return Set.copyOf(registered);
    }

    /** How often each learner was told to be enrolled, by address. */
    Map<String, Integer> enrolments() {
        return Map.copyOf(enrolments);
    }

    /** How many requests of each kind were answered as they should be. */
    Map<String, Integer> answered() {
        var counts = new TreeMap<String, Integer>();
        answered.forEach((kind, count) -> counts.put(kind, count.get()));
        return counts;
    }

    private void repeat(String kind, Duration between, Step step) {
        pace.repeat(kind, between, turn -> take(kind, step, turn));
    }

    /** One request of somebody's day; says whether the answer was right. */
    private interface Step {
        Outcome take(int turn);
    }

    private record Outcome(int expected, Api.Answer answer) {}

    private void take(String kind, Step step, int turn) {
        try {
            var outcome = step.take(turn);
            var answer = outcome.answer();
            if (answer.status() == outcome.expected()) {
                answered.computeIfAbsent(kind, none -> new AtomicInteger()).incrementAndGet();
            } else {
                failures.add(new Failure(kind, time(), answer.status(), answer.body()));
            }
        } catch (RuntimeException e) {
            failures.add(new Failure(kind, time(), 0, e.toString()));
        }
    }

    private static Instant time() {
        return Clock.systemUTC().instant();
    }

    private Outcome register(int turn) {
        var address = REGISTERED + turn + "@example.org";
        var answer = api.register(address, "correct horse " + address, "en");
        if (answer.status() == 202) {
            registered.add(address);
        }
        return new Outcome(202, answer);
    }

    /** Everybody comes with a fresh token after it, before the one they had is too old. */
    private Outcome logIn(int turn) {
        var who = turn % (LEARNERS + 1);
        if (who == LEARNERS) {
            var answer = people.adminLogIn();
            if (answer.status() == 200) {
                admin = answer.text("accessToken");
            }
            return new Outcome(200, answer);
        }
        var address = learners.get(who).address();
        var answer = api.logIn(address, People.PASSWORD);
        if (answer.status() == 200) {
            learners.set(who, new Learner(address, answer.text("accessToken")));
        }
        return new Outcome(200, answer);
    }

    /** Each learner takes each course once; whoever comes again is told so. */
    private Outcome enrol(int turn) {
        var learner = learner(turn);
        var first = turn < LEARNERS * courses.size();
        var course = courses.get(turn / LEARNERS % courses.size());
        var answer = api.post("/api/v1/enrollments", Map.of("courseId", course), learner.token());
        if (answer.status() == 201) {
            enrolments.merge(learner.address(), 1, Integer::sum);
        }
        return new Outcome(first ? 201 : 409, answer);
    }

    private Outcome read(int turn) {
        var learner = learner(turn);
        return new Outcome(
                200,
                switch (turn % 4) {
                    case 0 -> api.get("/api/v1/courses?q=restart&limit=5");
                    case 1 -> api.get("/api/v1/courses/" + courses.get(turn % courses.size()));
                    case 2 -> api.get("/api/v1/users/me", learner.token());
                    default -> api.get("/api/v1/messages?to=" + learner.address(), admin);
                });
    }

    private Learner learner(int turn) {
        return learners.get(turn % LEARNERS);
    }
}
