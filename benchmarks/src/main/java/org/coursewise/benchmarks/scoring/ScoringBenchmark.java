package org.coursewise.benchmarks.scoring;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.coursewise.benchmarks.generated.GeneratedCourse;
import org.coursewise.benchmarks.generated.GeneratedLearners;
import org.coursewise.recommender.Eligibility;
import org.coursewise.recommender.Interests;
import org.coursewise.recommender.PastCourse;
import org.coursewise.recommender.Recommendations;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.dataset.DatasetBuilder;
import org.coursewise.recommender.dataset.UnusableDataException;
import org.coursewise.recommender.scoring.CandidateScorer;
import org.coursewise.recommender.scoring.Features;
import org.coursewise.recommender.scoring.Scratch;
import org.coursewise.recommender.training.Trainer;
import org.coursewise.recommender.training.TrainingListener;
import org.coursewise.recommender.training.TrainingSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One learner after the other, of a model that is trained on generated enrolments. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls what sets up
public class ScoringBenchmark {

    private static final int COURSES = 1_000;
    private static final int ENROLMENTS = 40_000;
    private static final int LIST = 10;

    private final List<List<PastCourse>> histories = new ArrayList<>();
    private final List<int[]> numbers = new ArrayList<>();
    private Recommender recommender;
    private CandidateScorer scorer;
    private Scratch scratch;
    private int next;

    /** Takes minutes: the model is trained as any other. */
    @Setup
    public void train() throws IOException, UnusableDataException, InterruptedException {
        var taken = histories();
        var data = new DatasetBuilder();
        for (var number = 0; number < COURSES; number++) {
            data.course(course(number));
        }
        taken.forEach((learner, history) -> history.forEach(past -> data.enrollment(learner, past.code(), past.at())));
        recommender = new Trainer(TrainingSettings.defaults(), TrainingListener.NONE).train(data.build());
        scorer = new CandidateScorer(recommender.sources());
        scratch = new Scratch(recommender.sources());
        for (var history : taken.values()) {
            histories.add(history);
            numbers.add(history.stream()
                    .mapToInt(past -> recommender.numberOf(past.code()))
                    .toArray());
        }
    }

    /** A list of ten with its reasons, as it is served. */
    @Benchmark
    public Recommendations recommend() {
        return recommender.recommend(histories.get(next()), Interests.none(), Eligibility.ALL, LIST);
    }

    /** Candidates and their features. */
    @Benchmark
    public Scratch score() {
        var history = numbers.get(next());
        scorer.score(history, history.length, course -> true, scratch);
        return scratch;
    }

    /** Candidates and their features, put in order. */
    @Benchmark
    public int rank() {
        var scored = score();
        return recommender
                .ranker()
                .best(scored.features(), Features.WIDTH, scored.candidates(), LIST, scored.ranking(), scored.best());
    }

    private int next() {
        next = (next + 1) % histories.size();
        return next;
    }

    private static Map<String, List<PastCourse>> histories() throws IOException {
        var rows = new StringBuilder();
        new GeneratedLearners(COURSES).writeEnrollments(rows, ENROLMENTS);
        var taken = new LinkedHashMap<String, List<PastCourse>>();
        rows.toString().lines().skip(1).forEach(row -> {
            var cells = row.split(",", -1);
            taken.computeIfAbsent(cells[0], learner -> new ArrayList<>())
                    .add(new PastCourse(cells[1], Instant.parse(cells[2])));
        });
        return taken;
    }

    private static Course course(int number) {
        var course = GeneratedCourse.of(number);
        return new Course(
                GeneratedLearners.code(number),
                course.title(),
                course.summary(),
                course.categories(),
                List.of(),
                List.of(),
                "",
                course.level(),
                course.language());
    }
}
