package org.coursewise.benchmarks.recommendation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coursewise.benchmarks.Figure;
import org.coursewise.benchmarks.Goal;
import org.coursewise.benchmarks.generated.GeneratedLearners;
import org.coursewise.benchmarks.load.LoadRounds;
import org.coursewise.benchmarks.load.LoadRounds.Rate;
import org.coursewise.benchmarks.load.Request;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;

/**
 * Lists that have not changed, held against a file that the same server protects by the same tokens; lists that are made,
 * each for another learner than those before; and how both go on while a model is trained.
 */
public final class RecommendationCosts {

    private static final double LEAST_RATE = .7;
    private static final double MOST_P99 = 3;
    private static final double MILLISECONDS_AFRESH = .3;
    private static final double LEAST_WHILE_TRAINING = .6;
    private static final String FILE = "a protected file, this run";
    /** Ten in the mean. The list of ten is known by then. */
    private static final List<Integer> LIMITS = List.of(9, 11, 8, 12, 7, 13, 6, 14);
    /** So many histories are in memory at once. */
    private static final int REMEMBERED = 8_000;

    private final URI course;
    private final LoadRounds rounds;
    private final Population population;

    public RecommendationCosts(LocalStack stack) throws IOException, InterruptedException {
        course = stack.addresses().course();
        rounds = new LoadRounds(course, () -> stack.processorTime("course"));
        population = new Population(stack);
    }

    /** A stack whose course has the file that is compared with. */
    public static StackOptions prepare(StackOptions options, Path copy) throws IOException {
        return options.withRelease("course", ProtectedFile.in(options.libertyHome(), copy));
    }

    public List<Figure> measure() throws IOException, InterruptedException, ExecutionException {
        var count = population.bringIn();
        population.train();
        var tokens = population.tokens();
        var client = population.client();
        var mine = "/api/v1/learners/me/recommendations?limit=10";
        var figures = new ArrayList<Figure>();
        var lists = as(tokens, mine);
        // the server learns the key by a question to course, not by one for the file
        var one = rounds.measure(lists.subList(0, 1));
        add(
                figures,
                "unchanged list, one token",
                one,
                rounds.measure(as(tokens, ProtectedFile.PATH).subList(0, 1)));
        var many = rounds.measure(lists);
        add(figures, "unchanged lists, 3,000 tokens", many, rounds.measure(as(tokens, ProtectedFile.PATH)));
        figures.addAll(afresh(client, count));
        figures.add(whileTraining(lists, many));
        return List.copyOf(figures);
    }

    private static void add(List<Figure> figures, String what, Rate rate, Rate file) {
        figures.add(new Figure(what, "a second", rate.aSecond(), file.aSecond(), FILE, Goal.atLeast(LEAST_RATE)));
        figures.add(new Figure(what, "ms p99", rate.p99(), file.p99(), FILE, Goal.atMost(MOST_P99)));
        figures.add(new Figure(what, "ms median", rate.median(), file.median(), FILE, Goal.none()));
        figures.add(new Figure(what, "ms CPU", rate.cpuMilliseconds(), file.cpuMilliseconds(), FILE, Goal.none()));
    }

    private List<Figure> afresh(String client, int count) throws IOException {
        // so often that what is compiled at last is compiled
        var unseen = rounds.once(of(client, REMEMBERED, count, Stream.of(10)));
        rounds.once(of(client, 0, REMEMBERED, Stream.of(10)));
        var known = rounds.measure(of(client, 0, REMEMBERED, LIMITS.stream()));
        return List.of(
                new Figure(
                        "made afresh, each another learner",
                        "ms CPU",
                        known.cpuMilliseconds(),
                        MILLISECONDS_AFRESH,
                        "wanted",
                        Goal.atMost(1)),
                new Figure(
                        "made afresh, each another learner",
                        "a second",
                        known.aSecond(),
                        known.aSecond(),
                        "itself",
                        Goal.none()),
                new Figure(
                        "the same of learners who have not asked before",
                        "ms CPU",
                        unseen.cpuMilliseconds(),
                        known.cpuMilliseconds(),
                        "of those who have",
                        Goal.none()));
    }

    private Figure whileTraining(List<Request> lists, Rate without) throws IOException, InterruptedException {
        var training = population.startTraining();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> population.status(training).equals("running"));
        var rate = rounds.measureUntil(lists, () -> population.hasEnded(training));
        return new Figure(
                "unchanged lists, 3,000 tokens, while a model is trained",
                "a second",
                rate.aSecond(),
                without.aSecond(),
                "without, this run",
                Goal.atLeast(LEAST_WHILE_TRAINING));
    }

    private List<Request> as(List<String> tokens, String path) {
        return tokens.stream().map(token -> Request.as(course, path, token)).toList();
    }

    /** One learner after the other for each number of courses. */
    private List<Request> of(String client, int from, int to, Stream<Integer> limits) {
        return limits.flatMap(limit -> IntStream.range(from, to)
                        .mapToObj(learner -> Request.as(
                                course,
                                "/api/v1/learners/%s/recommendations?limit=%d"
                                        .formatted(GeneratedLearners.name(learner), limit),
                                client)))
                .toList();
    }
}
