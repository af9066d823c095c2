package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 200 learners race for 10 seats, three times, with two replicas of course: 10 get one, the others stand in line in the
 * order in which they came, and each is told once. Then ten seats are given back, and the first ten of the line have them.
 */
@Tag("faults")
@Tag("long")
class SeatRaceIT {

    private static final System.Logger LOG = System.getLogger(SeatRaceIT.class.getName());
    private static final int LEARNERS = 200;
    private static final int SEATS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ADDRESS = "racer.%d@example.org";

    private final AtomicInteger putOff = new AtomicInteger();

    /** What one of them was told, and when. */
    private record Told(int learner, long askedAt, long toldAt, String status, String id, String enrolledAt) {

        boolean hasSeat() {
            return status.equals("active");
        }

        boolean cameBefore(Told other) {
            return toldAt < other.askedAt();
        }
    }

    @Test
    void everySeatIsGivenOnceAndTheLineIsInOrder() throws Exception {
        try (var stack = LocalStack.start(options())) {
            var api = new Api(stack.addresses().api());
            var people = new People(stack);
            var admin = people.admin();
            var learners = join(new Administration(stack), api, admin);
            var client = people.client("learning:write");
            var courses = new EnrolledCourses(api, admin);
            var expected = new HashMap<Integer, Set<String>>();
            for (var atOnce : List.of(LEARNERS, LEARNERS / 4, LEARNERS / 10)) {
                var title = "Race of " + atOnce;
                var course = courses.published("RACE-" + atOnce, title, Map.of("capacity", SEATS));
                var begun = System.nanoTime();
                var line = race(api, client, course, learners, atOnce);
                LOG.log(
                        System.Logger.Level.INFO,
                        "{0} learners, {1} at once, {2} seats: {3} ms, told {4} times to come again",
                        LEARNERS,
                        atOnce,
                        SEATS,
                        (System.nanoTime() - begun) / 1_000_000,
                        putOff.getAndSet(0));
                assertThat(line.stream().filter(Told::hasSeat)).hasSize(SEATS);
                assertNobodyWasOvertaken(line);
                var movedUp = giveSeatsBack(api, client, course, line);
                for (var told : line) {
                    var mails = expected.computeIfAbsent(told.learner(), none -> new HashSet<>());
                    mails.add(
                            told.hasSeat()
                                    ? "You are enrolled in " + title
                                    : "You are on the waiting list of " + title);
                    if (movedUp.contains(told.learner())) {
                        mails.add("You are enrolled in " + title);
                    }
                }
            }
            assertThat(expected.values().stream().mapToInt(Set::size).sum()).isEqualTo(3 * (LEARNERS + SEATS));
            expected.forEach((learner, subjects) -> hasExactly(stack, learner, subjects));
            new Reconciliation(stack).outboxesAreEmpty();
            expected.forEach((learner, subjects) -> hasExactly(stack, learner, subjects));
        }
    }

    /** All told in the order of the line: who has a seat first, then who waits by the time of coming. */
    private List<Told> race(Api api, String client, String course, List<String> learners, int atOnce) throws Exception {
        var things = IntStream.range(0, LEARNERS)
                .<Callable<Told>>mapToObj(number -> () -> enroll(api, client, course, number, learners.get(number)))
                .toList();
        var pool = Executors.newFixedThreadPool(atOnce);
        try {
            var line = new ArrayList<Told>();
            for (var told : pool.invokeAll(things)) {
                line.add(told.get());
            }
            line.sort(Comparator.comparing(Told::hasSeat).reversed().thenComparing(Told::enrolledAt));
            assertThat(line.stream().map(Told::enrolledAt)).doesNotHaveDuplicates();
            return line;
        } finally {
            pool.shutdown();
        }
    }

    private Told enroll(Api api, String client, String course, int number, String learner) {
        var request = api.json("/api/v1/enrollments")
                .header("Authorization", "Bearer " + client)
                .header("Idempotency-Key", course + "-" + number)
                .POST(Api.json(Map.of("courseId", course, "learnerId", learner, "waitingList", true)));
        var askedAt = System.nanoTime();
        var answer = api.send(request);
        while (answer.status() == 503) {
            // as it says, and as any client would
            LockSupport.parkNanos(Duration.ofSeconds(Long.parseLong(answer.header("Retry-After")))
                    .toNanos());
            putOff.incrementAndGet();
            askedAt = System.nanoTime();
            answer = api.send(request);
        }
        var toldAt = System.nanoTime();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new Told(
                number, askedAt, toldAt, answer.text("status"), answer.text("id"), padded(answer.text("enrolledAt")));
    }

    /** Instants are told with as many digits as they need; so they can be compared as text. */
    private static String padded(String instant) {
        var digits = instant.replace("Z", "");
        return (digits.contains(".") ? digits : digits + ".") + "0".repeat(30 - digits.length());
    }

    private static void assertNobodyWasOvertaken(List<Told> line) {
        for (var i = 0; i < line.size(); i++) {
            for (var later = i + 1; later < line.size(); later++) {
                assertThat(line.get(later).cameBefore(line.get(i)))
                        .as("%s came before %s", line.get(later), line.get(i))
                        .isFalse();
            }
        }
    }

    /** Those who moved up: as many as seats were given back, at once and over both replicas; the first of the line. */
    private static Set<Integer> giveSeatsBack(Api api, String client, String course, List<Told> line) throws Exception {
        AtOnce.run(SEATS, number -> assertThat(
                        api.delete("/api/v1/enrollments/" + line.get(number).id(), client, "*")
                                .status())
                .isEqualTo(204));
        var movedUp = new HashSet<Integer>();
        for (var told : line) {
            var now = api.get("/api/v1/enrollments/" + told.id(), client).text("status");
            if (now.equals("active")) {
                movedUp.add(told.learner());
            }
        }
        assertThat(movedUp)
                .containsExactlyInAnyOrderElementsOf(line.subList(SEATS, 2 * SEATS).stream()
                        .map(Told::learner)
                        .toList());
        assertThat(api.get("/api/v1/courses/" + course).json().path("enrolled").asInt())
                .isEqualTo(SEATS);
        return movedUp;
    }

    private static void hasExactly(LocalStack stack, int learner, Set<String> subjects) {
        var mails = new MailFolder(stack, ADDRESS.formatted(learner));
        Awaitility.await("mails of racer " + learner)
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mails.subjects()).containsExactlyInAnyOrderElementsOf(subjects));
    }

    /** Ids of accounts that came with a file: nobody has to confirm an address, and nobody is welcomed. */
    private static List<String> join(Administration administration, Api api, String admin) {
        var csv = new StringBuilder("email,displayName,locale\n");
        for (var i = 0; i < LEARNERS; i++) {
            csv.append(ADDRESS.formatted(i)).append(",Racer,en\n");
        }
        var job = administration.usersImported(csv.toString());
        assertThat(job.json().path("taken").asInt()).as(job.body()).isEqualTo(LEARNERS);
        var ids = new HashMap<String, String>();
        var page = api.get("/api/v1/admin/users?query=racer.&limit=200", admin);
        page.json()
                .path("items")
                .forEach(user ->
                        ids.put(user.path("email").asString(), user.path("id").asString()));
        assertThat(ids).hasSize(LEARNERS);
        return IntStream.range(0, LEARNERS)
                .mapToObj(number -> ids.getOrDefault(ADDRESS.formatted(number), ""))
                .toList();
    }

    private static StackOptions options() {
        return StackOptions.in(Path.of(System.getProperty("stack.home") + "-race"))
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withReplicas("course", 2)
                .withParts(
                        Set.of("postgres", "kafka", "mongo", "mail", "gateway", "auth", "course", "course-2", "email"));
    }
}
