package org.coursewise.recommender.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.coursewise.recommender.GeneratedData;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.training.Trainer;
import org.coursewise.recommender.training.TrainingListener;
import org.coursewise.recommender.training.TrainingSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is gathered in two passes over rows, held against the plain look at each link. */
class CandidateLinksTest {

    private static final int[] HISTORY = {3, 17, 8, 25};
    private static final Offset<Float> EQUAL = within(1e-6f);

    private static FittedSources sources;
    private static Scratch scratch;

    @BeforeAll
    static void score() throws Exception {
        sources = new Trainer(TrainingSettings.defaults(), TrainingListener.NONE)
                .train(GeneratedData.of(800, 50, true, 1).build())
                .sources();
        scratch = new Scratch(sources);
        // twice: nothing may be left of the time before
        new CandidateScorer(sources).score(new int[] {1, 2}, 2, course -> true, scratch);
        new CandidateScorer(sources).score(HISTORY, HISTORY.length, course -> true, scratch);
    }

    @Test
    void sumsAreThoseOfTheLinks() {
        for (var source : Source.values()) {
            for (int k = 0; k < scratch.candidates(); k++) {
                float sum = 0;
                for (int age = HISTORY.length - 1; age >= 0; age--) {
                    sum += value(source, age, k);
                }
                assertThat(feature(source.name().toLowerCase(Locale.ROOT), k)).isCloseTo(sum, EQUAL);
            }
        }
    }

    @Test
    void theStrongestLinksAreThoseOfTheRows() {
        assertStrongest("largest ease link", Source.EASE, 0);
        assertStrongest("second ease link", Source.EASE, 1);
        assertStrongest("largest similarity", Source.NEIGHBORS, 0);
        assertStrongest("second similarity", Source.NEIGHBORS, 1);
        assertStrongest("largest walk link", Source.WALK, 0);
        assertStrongest("largest sequence link", Source.SEQUENCES, 0);
        assertStrongest("largest content link", Source.CONTENT, 0);
    }

    @Test
    void theLastCoursesOwnLinksAreThoseOfItsRows() {
        int last = HISTORY[HISTORY.length - 1];
        for (int k = 0; k < scratch.candidates(); k++) {
            int course = scratch.candidate(k);
            assertThat(feature("last course's similarity", k))
                    .isEqualTo(sources.links(Source.NEIGHBORS).get(last, course));
            assertThat(feature("last course's sequence link", k))
                    .isEqualTo(sources.links(Source.SEQUENCES).get(last, course));
        }
    }

    @Test
    void whatTheHistorySaysOfItsOwnCoursesIsTheMeanOfTheirStrongestLinks() {
        float mean = 0;
        for (int past : HISTORY) {
            float strongest = 0;
            for (int age = 0; age < HISTORY.length; age++) {
                strongest = Math.max(strongest, link(Source.NEIGHBORS, age, past));
            }
            mean += strongest / HISTORY.length;
        }
        assertThat(feature("history's similarity", 0)).isCloseTo(mean, EQUAL);
    }

    private static void assertStrongest(String name, Source source, int place) {
        for (int k = 0; k < scratch.candidates(); k++) {
            var values = new float[HISTORY.length];
            for (int age = 0; age < values.length; age++) {
                values[age] = Math.max(0, value(source, age, k));
            }
            Arrays.sort(values);
            assertThat(feature(name, k)).as(name).isCloseTo(values[values.length - 1 - place], EQUAL);
        }
    }

    private static float value(Source source, int age, int k) {
        return link(source, age, scratch.candidate(k));
    }

    private static float link(Source source, int age, int course) {
        SparseRows rows = sources.links(source);
        float weight = (float) Math.pow(sources.historyDecay(), age);
        return weight * rows.get(HISTORY[HISTORY.length - 1 - age], course);
    }

    private static float feature(String name, int k) {
        return scratch.features()[k * Features.WIDTH + Features.NAMES.indexOf(name)];
    }
}
