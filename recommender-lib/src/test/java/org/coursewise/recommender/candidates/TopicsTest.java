package org.coursewise.recommender.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.coursewise.recommender.GeneratedData;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.matrix.Workers;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void plantedTopicsAreFoundFromAHistoryThatIsNew() throws Exception {
        var data = GeneratedData.of(1_000, 50, false, 1).build();
        var topics = fit(data.histories(), 2);
        var mixture = new float[topics.count()];
        int[] history = {number(data, 3), number(data, 8)};
        topics.mixture(history, history.length, mixture, new float[mixture.length]);
        double same = 0;
        double all = 0;
        for (int c = 0; c < data.courses().size(); c++) {
            float chance = topics.chance(mixture, c);
            all += chance;
            same += GeneratedData.topic(data.courses().get(c).code()) == 3 ? chance : 0;
        }
        assertThat(all).isCloseTo(1, within(1e-3));
        assertThat(same).isGreaterThan(0.7);
    }

    @Test
    void theResultIsTheSameForAnyNumberOfThreads() throws Exception {
        var histories = GeneratedData.of(500, 50, false, 2).build().histories();
        assertThat(fit(histories, 1).chances()).isEqualTo(fit(histories, 3).chances());
    }

    private static Topics fit(Histories histories, int threads) throws Exception {
        try (var workers = new Workers(threads)) {
            return Topics.fit(histories, 8, 1, workers);
        }
    }

    private static int number(Dataset data, int course) {
        for (int c = 0; c < data.courses().size(); c++) {
            if (data.courses().get(c).code().equals(GeneratedData.code(course))) {
                return c;
            }
        }
        throw new IllegalArgumentException("no course " + course);
    }
}
