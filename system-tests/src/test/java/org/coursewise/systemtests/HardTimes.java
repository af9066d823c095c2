package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;

/**
 * What people do while a store is in trouble: some register, some log in, some enrol, some read. Every answer is looked at:
 * it is right, or a problem document that puts the request off and says when to come back.
 */
final class HardTimes implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int ROWS = 20;
    private static final String DESCRIPTION = "a long one ".repeat(4_000);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Api api;
    private final Stores stores;
    private final String prefix;
    private final String client;
    private final String learner;
    private final String token;
    private final String course;
    private final Jobs jobs;

    private final Tally tally;
    private final Outcome registrations = new Outcome();
    private final Outcome enrolments = new Outcome();
    private final Set<String> files = ConcurrentHashMap.newKeySet();
    private final Set<String> mailed = ConcurrentHashMap.newKeySet();
    private final Pace pace = new Pace();

    /** Who was told that something is done, and who has to ask again. */
    private record Outcome(Set<String> done, Set<String> again) {
        Outcome() {
            this(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
        }

        /** Who gets no answer at all has to ask again too. */
        Tally.Told of(String who, Supplier<Tally.Told> asking) {
            again.add(who);
            var told = asking.get();
            if (told.isRight()) {
                done.add(who);
                again.remove(who);
            }
            return told;
        }
    }

    /**
     * Makes the course and the learner; nothing moves before {@link #begin}.
     *
     * @param prefix of the addresses of all that register, and of the learners that are enrolled; nobody else's
     * @param deadline within which each answer has to come, right or not
     */
    HardTimes(LocalStack stack, String prefix, Duration deadline) {
        this.api = new Api(stack.addresses().api());
        this.stores = new Stores(stack);
        this.prefix = prefix;
        this.tally = new Tally(deadline);
        var people = new People(stack);
        this.client = people.client("learning:write", "catalog:write", "emails:send");
        this.learner = "learner-" + prefix + "@example.org";
        this.token = people.join(learner);
        this.jobs = new Jobs(api, client);
        this.course = new EnrolledCourses(api, people.admin()).published("HARD-" + prefix, "In hard times", Map.of());
    }

    void begin() {
        repeat("registrations", this::register);
        repeat("log-ins", this::logIn);
        repeat("enrolments", this::enrol);
        repeat("searches", turn -> read("/api/v1/courses?q=hard&limit=5"));
        repeat("courses", turn -> read("/api/v1/courses/" + course));
        repeat("accounts", turn -> read("/api/v1/users/me"));
        repeat("recommendations", turn -> read("/api/v1/learners/me/recommendations?limit=5"));
    }

    /** Courses also come in files of a mebibyte. */
    void beginToSendFiles() {
        repeat("files", this::sendFile);
    }

    /** Mails are also asked for at email. */
    void beginToSendMails() {
        repeat("mails", this::sendMail);
    }

    /** Ends it after the requests that are under way. */
    @Override
    public void close() {
        pace.close();
    }

    /** What came of all requests so far. */
    Tally tally() {
        return tally;
    }

    /** Once all that people were told is so. */
    void whatWasAnsweredIsThere() {
        Awaitility.await("what was answered")
                .atMost(PATIENCE)
                .ignoreException(IllegalStateException.class)
                .untilAsserted(() -> {
                    assertThat(registrations.done()).as("registrations").isSubsetOf(accounts());
                    assertThat(enrolments.done()).as("enrolments").isSubsetOf(enrolled());
                    assertThat(files).as("files").isSubsetOf(filesKept());
                });
    }

    /** Who was put off comes back, as the answer said, and is served. */
    Set<String> everybodyComesBack() {
        for (var person : registrations.again()) {
            Awaitility.await(person)
                    .pollDelay(Duration.ZERO)
                    .atMost(PATIENCE)
                    .until(() -> registered(person).status(), status -> status == 202);
        }
        for (var person : enrolments.again()) {
            Awaitility.await(person)
                    .pollDelay(Duration.ZERO)
                    .atMost(PATIENCE)
                    .until(
                            () -> enrolled(person),
                            answer -> answer.status() == 201 || "already-enrolled".equals(answer.problem()));
        }
        var all = new HashSet<>(registrations.done());
        all.addAll(registrations.again());
        return all;
    }

    /** Each has one place, and nobody else has one. */
    void everybodyIsEnrolledOnce() {
        var all = new HashSet<>(enrolments.done());
        all.addAll(enrolments.again());
        assertThat(enrolled()).containsExactlyInAnyOrderElementsOf(all);
    }

    /** What people were told and is not so, of all that they were told; while the databases are there. */
    String lost() {
        return "lost %d of %d registrations, %d of %d enrolments, %d of %d files"
                .formatted(
                        missing(registrations.done(), accounts()),
                        registrations.done().size(),
                        missing(enrolments.done(), enrolled()),
                        enrolments.done().size(),
                        missing(files, filesKept()),
                        files.size());
    }

    private static int missing(Set<String> told, List<String> there) {
        var left = new HashSet<>(told);
        there.forEach(left::remove);
        return left.size();
    }

    private List<String> accounts() {
        return stores.query("auth", "select email from account where email like ?", prefix + ".%");
    }

    private List<String> enrolled() {
        return stores.query("course", "select learner from enrollment where learner like ?", prefix + ".%");
    }

    private List<String> filesKept() {
        return stores.query("course", "select id::text from import_job where kind = ?", "courses");
    }

    private void repeat(String kind, Step step) {
        pace.repeat(kind, BETWEEN, turn -> tally.take(kind, () -> step.take(turn)));
    }

    /** One request. */
    private interface Step {
        Tally.Told take(int turn);
    }

    private Tally.Told register(int turn) {
        var person = "%s.%d@example.org".formatted(prefix, turn);
        return registrations.of(person, () -> new Tally.Told(registered(person), 202));
    }

    private Tally.Told enrol(int turn) {
        var person = "%s.%d".formatted(prefix, turn);
        return enrolments.of(person, () -> new Tally.Told(enrolled(person), 201));
    }

    /** What all addresses end with that mails were asked for to. */
    String ending() {
        return "@" + prefix + ".example.org";
    }

    /** To whom email was asked to write, and said that it does. */
    Set<String> mailed() {
        return Set.copyOf(mailed);
    }

    private Tally.Told sendMail(int turn) {
        var to = "m" + turn + ending();
        var mail = Map.of("to", to, "template", "welcome", "variables", Map.of("displayName", "Ada"));
        var told = new Tally.Told(api.post("/api/v1/messages", mail, client), 202);
        if (told.isRight()) {
            mailed.add(to);
        }
        return told;
    }

    private Tally.Told sendFile(int turn) {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(row -> "%s-%d-%d,Of a file,%s".formatted(prefix, turn, row, DESCRIPTION))
                .collect(Collectors.joining("\n", "code,title,description\n", "\n"));
        var told = new Tally.Told(jobs.sendFile("courses", rows), 202);
        if (told.isRight()) {
            files.add(told.answer().text("id"));
        }
        return told;
    }

    private Api.Answer registered(String person) {
        return api.register(person, "correct horse " + person, "en");
    }

    private Api.Answer enrolled(String person) {
        return api.post("/api/v1/enrollments", Map.of("courseId", course, "learnerId", person), client);
    }

    private Tally.Told logIn(int turn) {
        return new Tally.Told(api.logIn(learner, People.PASSWORD), 200);
    }

    private Tally.Told read(String path) {
        return new Tally.Told(api.get(path, token), 200);
    }
}
