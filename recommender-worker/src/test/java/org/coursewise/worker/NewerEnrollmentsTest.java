package org.coursewise.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.coursewise.recommender.dataset.DatasetBuilder;
import org.junit.jupiter.api.Test;

class NewerEnrollmentsTest {

    private static final Instant CUT = Instant.parse("2027-01-10T02:00:00Z");
    private static final int LEARNERS = 1_000;

    @Test
    void aFifthOfThoseWhoTookSomethingNewMeasuresAndTheOthersTrain() {
        var newer = new NewerEnrollments(CUT);
        var training = new DatasetBuilder();
        for (var learner = 0; learner < LEARNERS; learner++) {
            newer.add("L" + learner, "new", CUT.plusSeconds(1 + learner), training);
            newer.add("L" + learner, "old", CUT.minusSeconds(1), training);
        }
        var test = Objects.requireNonNull(newer.split(training));
        var trained = training.build();
        assertThat(test.learners()).hasSize(LEARNERS / 5);
        assertThat(test.courses()).extracting(course -> course.code()).containsExactly("new");
        assertThat(trained.learners()).hasSize(LEARNERS);
        assertThat(trained.histories().size()).isEqualTo(2 * LEARNERS - LEARNERS / 5);
        for (var learner : test.learners()) {
            assertThat(trained.histories().length(trained.learnerNumbers().get(learner)))
                    .as("nothing that measures is trained on")
                    .isEqualTo(1);
        }
    }

    @Test
    void whereLittleIsNewAllOfItTrains() {
        var newer = new NewerEnrollments(CUT);
        var training = new DatasetBuilder();
        for (var learner = 0; learner < 499; learner++) {
            newer.add("L" + learner, "old", null, training);
            newer.add("L" + learner, "new", CUT.plusSeconds(1), training);
        }
        assertThat(newer.split(training)).isNull();
        assertThat(training.build().histories().size()).isEqualTo(2 * 499);
    }

    @Test
    void whoIsNewThemselvesTrains() {
        var newer = new NewerEnrollments(CUT);
        var training = new DatasetBuilder();
        for (var learner = 0; learner < LEARNERS; learner++) {
            newer.add("L" + learner, "new", CUT.plusSeconds(1), training);
        }
        assertThat(newer.split(training)).isNull();
    }

    @Test
    void withoutAModelInServiceNothingIsNew() {
        var newer = new NewerEnrollments(null);
        var training = new DatasetBuilder();
        for (var learner = 0; learner < LEARNERS; learner++) {
            newer.add("L" + learner, "a", CUT, training);
            newer.add("L" + learner, "b", CUT.plusSeconds(1), training);
        }
        assertThat(newer.split(training)).isNull();
        assertThat(training.build().histories().size()).isEqualTo(2 * LEARNERS);
    }
}
