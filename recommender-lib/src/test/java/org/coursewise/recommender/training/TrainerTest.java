package org.coursewise.recommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.coursewise.recommender.Eligibility;
import org.coursewise.recommender.GeneratedData;
import org.coursewise.recommender.Interests;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.dataset.DatasetBuilder;
import org.coursewise.recommender.dataset.UnusableDataException;
import org.coursewise.recommender.modelfile.ModelFile;
import org.junit.jupiter.api.Test;

class TrainerTest {

    @Test
    void plantedTastesAreFoundAgain() throws Exception {
        var model = train(GeneratedData.of(2_000, 120, false, 1), 1);
        for (int topic = 0; topic < GeneratedData.TOPICS; topic++) {
            var history = GeneratedData.history(topic, topic + 2 * GeneratedData.TOPICS);
            var items = model.recommend(history, Interests.none(), Eligibility.ALL, 5)
                    .items();
            int wanted = topic;
            assertThat(items).hasSize(5).allSatisfy(item -> assertThat(GeneratedData.topic(item.code()))
                    .isEqualTo(wanted));
        }
        assertThat(model.facts().figures().recall()).isGreaterThan(0.5);
    }

    @Test
    void withTimesTheNextCourseOfARowIsFound() throws Exception {
        var model = train(GeneratedData.ring(2_000, 60, 2), 1);
        int found = 0;
        for (int start = 0; start < 60; start++) {
            var history = GeneratedData.history(start, (start + 1) % 60, (start + 2) % 60);
            var first = model.recommend(history, Interests.none(), Eligibility.ALL, 1)
                    .items()
                    .get(0);
            found += first.code().equals(GeneratedData.code((start + 3) % 60)) ? 1 : 0;
        }
        assertThat(found).isGreaterThan(54);
    }

    @Test
    void aFewLearnersAreEnough() throws Exception {
        var model = train(GeneratedData.of(50, 10, false, 3), 1);
        var items = model.recommend(GeneratedData.history(0), Interests.none(), Eligibility.ALL, 20)
                .items();
        assertThat(items).hasSize(9).doesNotHaveDuplicates();
        assertThat(items).allSatisfy(item -> assertThat(item.reasons()).isNotEmpty());
    }

    @Test
    void oneLearnerWithOneCourseIsNoReasonToFail() throws Exception {
        var model = train(new DatasetBuilder().enrollment("ann", "a", null), 1);
        assertThat(model.popular(Eligibility.ALL, 10)).hasSize(1);
        assertThat(model.facts().ranked()).isFalse();
    }

    @Test
    void nothingToLearnFromIsSaid() {
        assertThatThrownBy(() -> train(new DatasetBuilder(), 1)).isInstanceOf(UnusableDataException.class);
    }

    @Test
    void whereCoursesAreTakenAtRandomNoRankerIsShippedAndFiguresAreNotFlattered() throws Exception {
        var random = new SplittableRandom(7);
        var builder = new DatasetBuilder();
        for (int u = 0; u < 1_500; u++) {
            for (int k = 0; k < 6; k++) {
                builder.enrollment("u" + u, "c" + random.nextInt(200), null);
            }
        }
        var facts = train(builder, 1).facts();
        // by chance 10 of 200 courses hold about a twentieth of what was set aside; a leak would show as more
        assertThat(facts.figures().recall()).isLessThan(0.08);
        assertThat(facts.ranked()).isFalse();
    }

    @Test
    void theSameSeedGivesTheSameModelForAnyNumberOfThreads() throws Exception {
        var data = GeneratedData.of(600, 60, false, 4).build();
        var settings = TrainingSettings.defaults();
        var alone = new TrainingSettings(1, 1, settings.folds(), settings.learnersPerFold(), settings.rowsPerFold());
        var one = new Trainer(settings, TrainingListener.NONE).train(data);
        var other = new Trainer(alone, TrainingListener.NONE).train(data);
        assertThat(bytes(other)).isEqualTo(bytes(one));
    }

    @Test
    void stagesGoFromZeroToOne() throws Exception {
        var heard = new ArrayList<String>();
        var tuned = new ArrayList<Double>();
        new Trainer(TrainingSettings.defaults(), (stage, done) -> {
                    assertThat(done).isBetween(0.0, 1.0);
                    if (stage.equals("tuning")) {
                        tuned.add(done);
                    }
                    if (!heard.contains(stage)) {
                        heard.add(stage);
                    }
                })
                .train(GeneratedData.of(400, 50, false, 5).build());
        assertThat(heard).containsExactly("tuning", "folds", "ranker", "validation", "sources");
        assertThat(tuned)
                .as("the longest stage of large ones")
                .hasSizeGreaterThan(5)
                .isSorted();
    }

    @Test
    void aTrainingCanBeCancelledAtAnyStage() {
        for (var stage : new String[] {"tuning", "folds", "ranker", "sources"}) {
            var trainer = new Trainer(TrainingSettings.defaults(), (at, done) -> {
                if (at.equals(stage)) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThatThrownBy(() ->
                            trainer.train(GeneratedData.of(400, 50, false, 6).build()))
                    .as(stage)
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).as("the mark is taken").isFalse();
        }
    }

    private static Recommender train(DatasetBuilder builder, long seed) throws Exception {
        return new Trainer(TrainingSettings.defaults().withSeed(seed), TrainingListener.NONE).train(builder.build());
    }

    private static byte[] bytes(Recommender model) throws Exception {
        var out = new ByteArrayOutputStream();
        ModelFile.write(model, out);
        return out.toByteArray();
    }
}
