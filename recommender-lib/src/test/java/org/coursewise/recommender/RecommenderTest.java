package org.coursewise.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.coursewise.recommender.Recommendations.Level;
import org.coursewise.recommender.training.Trainer;
import org.coursewise.recommender.training.TrainingListener;
import org.coursewise.recommender.training.TrainingSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecommenderTest {

    private static Recommender model;

    @BeforeAll
    static void train() throws Exception {
        model = new Trainer(TrainingSettings.defaults(), TrainingListener.NONE)
                .train(GeneratedData.of(800, 50, false, 1).build());
    }

    @Test
    void whatWasTakenOrIsNotEligibleIsNeverRecommended() {
        var history = GeneratedData.history(0, 5, 10);
        var items = model.recommend(history, Interests.none(), (number, code) -> !code.equals("c15"), 100);
        assertThat(GeneratedData.codes(items)).hasSize(46).doesNotContain("c0", "c5", "c10", "c15");
        assertThat(items.items()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }

    @Test
    void unknownCoursesInAHistoryArePassedOver() {
        var withUnknown = new ArrayList<>(GeneratedData.history(0, 5));
        withUnknown.add(PastCourse.of("nobody knows"));
        assertThat(model.recommend(withUnknown, Interests.none(), Eligibility.ALL, 8))
                .isEqualTo(model.recommend(GeneratedData.history(0, 5), Interests.none(), Eligibility.ALL, 8));
    }

    @Test
    void timesDecideTheOrderOfAHistory() {
        var newestLast = List.of(at("c0", 1), at("c7", 2));
        var newestFirst = List.of(at("c7", 2), at("c0", 1));
        assertThat(model.recommend(newestFirst, Interests.none(), Eligibility.ALL, 5))
                .isEqualTo(model.recommend(newestLast, Interests.none(), Eligibility.ALL, 5));
    }

    @Test
    void everyItemSaysWhyAndNamesACourseOfTheHistory() {
        var items = model.recommend(GeneratedData.history(0, 5), Interests.none(), Eligibility.ALL, 3)
                .items();
        assertThat(items).allSatisfy(item -> assertThat(item.reasons().get(0)).satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("because-you-took");
            assertThat(reason.courseCode()).isIn("c0", "c5");
            assertThat(reason.text()).contains("“Course ");
        }));
    }

    @Test
    void withoutAHistoryInterestsComeFirstAndThenWhatIsPopular() {
        var interests = new Interests(Set.of("topic3"), "beginner");
        var answer = model.recommend(List.of(), interests, Eligibility.ALL, 30);
        assertThat(answer.level()).isEqualTo(Level.POPULAR);
        assertThat(answer.items()).hasSize(30).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        // five of the ten courses of the topic are for beginners
        assertThat(answer.items().subList(0, 10)).allSatisfy(item -> {
            assertThat(GeneratedData.topic(item.code())).isEqualTo(3);
            assertThat(item.reasons().get(0).code()).isEqualTo("matches-your-interests");
        });
        assertThat(answer.items().subList(0, 5))
                .allSatisfy(item -> assertThat(Integer.parseInt(item.code().substring(1)) % 2)
                        .isZero());
    }

    @Test
    void withNothingToGoByWhatIsPopularIsRecommended() {
        var answer = model.recommend(List.of(), Interests.none(), Eligibility.ALL, 4);
        assertThat(answer.items().stream().map(RecommendedCourse::code))
                .containsExactlyElementsOf(model.popular(Eligibility.ALL, 4).stream()
                        .map(ScoredCourse::code)
                        .toList());
        assertThat(answer.items().get(0).reasons()).extracting(Reason::code).containsExactly("popular");
    }

    @Test
    void similarCoursesAreOfTheSameTopic() {
        assertThat(model.similar("c2", Eligibility.ALL, 3))
                .hasSize(3)
                .allSatisfy(
                        course -> assertThat(GeneratedData.topic(course.code())).isEqualTo(2))
                .allSatisfy(course -> assertThat(course.score()).isBetween(0.0, 1.0));
        assertThat(model.similar("nobody knows", Eligibility.ALL, 3)).isEmpty();
    }

    @Test
    void manyThreadsGetTheAnswersOfOne() throws Exception {
        var expected = new ArrayList<Recommendations>();
        var tasks = new ArrayList<Callable<Recommendations>>();
        for (int k = 0; k < 400; k++) {
            var history = GeneratedData.history(k % 50, (k * 7 + 1) % 50);
            expected.add(model.recommend(history, Interests.none(), Eligibility.ALL, 6));
            tasks.add(() -> model.recommend(history, Interests.none(), Eligibility.ALL, 6));
        }
        var pool = Executors.newFixedThreadPool(4);
        try {
            var answers = pool.invokeAll(tasks);
            for (int k = 0; k < expected.size(); k++) {
                assertThat(answers.get(k).get()).isEqualTo(expected.get(k));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static PastCourse at(String code, int day) {
        return new PastCourse(code, Instant.ofEpochSecond(86_400L * day));
    }
}
