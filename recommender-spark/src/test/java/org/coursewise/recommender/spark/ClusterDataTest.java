package org.coursewise.recommender.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.coursewise.recommender.candidates.Evidence;
import org.coursewise.recommender.candidates.NeighborhoodSlim;
import org.coursewise.recommender.candidates.Sequences;
import org.coursewise.recommender.dataset.CsvFiles;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.dataset.DatasetBuilder;
import org.coursewise.recommender.dataset.SkippedRows;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.training.Trainer;
import org.coursewise.recommender.training.TrainingListener;
import org.coursewise.recommender.training.TrainingSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the cluster counts is what the library counts in memory. */
class ClusterDataTest {

    private static final Offset<Double> ROUNDING = within(1e-9);
    private static final int FOLDS = 4;
    private static final Workers WORKERS = new Workers(1);

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static Dataset inMemory;

    @BeforeAll
    static void generate() throws Exception {
        spark = LocalSpark.session();
        var enrollments = folder.resolve("enrollments.csv");
        var courses = folder.resolve("courses.csv");
        GeneratedTables.write(enrollments, courses, 2_000, 80, true);
        var skipped = new SkippedRows(0, row -> {});
        var builder = new DatasetBuilder();
        CsvFiles.courses(courses, skipped).forEach(builder::course);
        CsvFiles.enrollments(enrollments, skipped, builder);
        inMemory = builder.build();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void wholeRowsAreThoseInMemory() throws Exception {
        try (var data = count(ClusterData.Bounds.defaults())) {
            assertThat(data.courses()).isEqualTo(inMemory.courses());
            assertThat(data.learners()).isEqualTo(inMemory.learners().size());
            assertThat(data.enrollments()).isEqualTo(inMemory.histories().size());
            var expected = Evidence.of(inMemory.histories(), WORKERS);
            var counted = data.everything(WORKERS);
            assertThat(counted.isDense()).isTrue();
            sameFacts(counted, expected);
            int taken = expected.taken();
            var one = new double[taken];
            var other = new double[taken];
            for (int c = 0; c < taken; c++) {
                expected.together(c, one);
                counted.together(c, other);
                assertThat(other).containsExactly(one);
                expected.weighted(c, one);
                counted.weighted(c, other);
                assertThat(other).containsExactly(one, ROUNDING);
                Arrays.fill(one, 0);
                Arrays.fill(other, 0);
                expected.sequences(new Sequences(0.8, 0.6, 200), c, one);
                counted.sequences(new Sequences(0.8, 0.6, 200), c, other);
                assertThat(other).containsExactly(one, ROUNDING);
            }
        }
    }

    @Test
    void aFoldLacksWhatItSetsAsideAndNothingElse() throws Exception {
        try (var data = count(ClusterData.Bounds.defaults())) {
            assertThat(data.holdouts()).hasSize(FOLDS);
            for (int fold = 0; fold < FOLDS; fold++) {
                var holdout = data.holdouts().get(fold);
                assertThat(holdout.learners()).isEqualTo(150);
                var evidence = data.without(fold, WORKERS);
                assertThat(evidence.learners()).isEqualTo(data.learners());
                var expected = pairs(data.everything(WORKERS));
                for (int k = 0; k < holdout.learners(); k++) {
                    int[] left = holdout.left().get(k);
                    int[] aside = holdout.aside().get(k);
                    for (int taken : aside) {
                        for (int other : aside) {
                            expected[taken][other] -= other == taken ? 0 : 1;
                        }
                        for (int other : left) {
                            expected[taken][other]--;
                            expected[other][taken]--;
                        }
                    }
                }
                assertThat(pairs(evidence)).isDeepEqualTo(expected);
            }
        }
    }

    @Test
    void linksAreThoseInMemory() throws Exception {
        try (var data = count(new ClusterData.Bounds(10, 1_000))) {
            var expected = Evidence.of(inMemory.histories(), 10, WORKERS);
            var counted = data.everything(WORKERS);
            assertThat(counted.isDense()).isFalse();
            sameFacts(counted, expected);
            for (var source : Trainer.rowSources(true)) {
                sameLinks(source.fit(counted, WORKERS), source.fit(expected, WORKERS));
            }
            var slim = new NeighborhoodSlim(2, 20);
            sameLinks(slim.fit(counted, WORKERS), slim.fit(expected, WORKERS));
            assertThat(pairs(counted)).isDeepEqualTo(pairs(expected));
        }
    }

    @Test
    void linksOfAFoldAreThoseOfItsWholeRows() throws Exception {
        try (var whole = count(ClusterData.Bounds.defaults());
                var links = count(new ClusterData.Bounds(10, 1_000))) {
            for (int fold = 0; fold < FOLDS; fold++) {
                var expected = whole.without(fold, WORKERS);
                var counted = links.without(fold, WORKERS);
                sameFacts(counted, expected);
                for (var source : Trainer.rowSources(true)) {
                    sameLinks(source.fit(counted, WORKERS), source.fit(expected, WORKERS));
                }
            }
        }
    }

    @Test
    void topicsSeeNoMoreHistoriesThanAreAllowed() throws Exception {
        try (var data = count(new ClusterData.Bounds(10, 7_000))) {
            int size = data.everything(WORKERS).sample().size();
            assertThat(size).isBetween(6_500, 7_000);
            int aside = data.holdouts().get(1).aside().stream()
                    .mapToInt(courses -> courses.length)
                    .sum();
            assertThat(data.without(1, WORKERS).sample().size()).isEqualTo(size - aside);
        }
        try (var data = count(ClusterData.Bounds.defaults())) {
            assertThat(data.everything(WORKERS).sample().size()).isEqualTo(data.enrollments());
        }
    }

    private static ClusterData count(ClusterData.Bounds bounds) throws Exception {
        var settings = new TrainingSettings(1, 1, FOLDS, 150, 100_000);
        return new SparkTraining(spark, settings, bounds, TrainingListener.NONE, row -> {})
                .count(
                        new Table(folder.resolve("enrollments.csv").toString(), null, null),
                        new Table(folder.resolve("courses.csv").toString(), null, null),
                        new Table.Credentials(null, null));
    }

    private static void sameFacts(Evidence counted, Evidence expected) {
        assertThat(counted.taken()).isEqualTo(expected.taken());
        assertThat(counted.learners()).isEqualTo(expected.learners());
        assertThat(counted.timed()).isTrue();
        assertThat(counted.counts()).isEqualTo(expected.counts());
        for (int c = 0; c < counted.courseCount(); c++) {
            assertThat(counted.weight(c)).isCloseTo(c < expected.taken() ? expected.weight(c) : 0, ROUNDING);
            assertThat(counted.logLength(c)).isCloseTo(expected.logLength(c), ROUNDING);
        }
    }

    private static void sameLinks(SparseRows counted, SparseRows expected) {
        assertThat(counted.starts()).isEqualTo(expected.starts());
        assertThat(counted.columns()).isEqualTo(expected.columns());
        assertThat(counted.values()).containsExactly(expected.values(), within(1e-5f));
    }

    private static int[][] pairs(Evidence evidence) {
        var pairs = new int[evidence.taken()][];
        var row = new double[evidence.taken()];
        for (int c = 0; c < pairs.length; c++) {
            evidence.together(c, row);
            // what a course shares with itself is no link
            row[c] = 0;
            pairs[c] = Arrays.stream(row).mapToInt(count -> (int) count).toArray();
        }
        return pairs;
    }
}
