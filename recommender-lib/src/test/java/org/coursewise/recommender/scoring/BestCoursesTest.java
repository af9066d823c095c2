package org.coursewise.recommender.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.coursewise.recommender.matrix.Top;
import org.junit.jupiter.api.Test;

class BestCoursesTest {

    private final Random random = new Random(7);
    private final BestCourses best = new BestCourses(30);
    private final Top expected = new Top(30);

    @Test
    void theyAreThoseOfAHeapInTheSameOrder() {
        for (int round = 0; round < 50; round++) {
            assertSameAfter(1 + random.nextInt(2_000), 1_000_000);
        }
    }

    @Test
    void ofEqualScoresTheLowerCourseIsBetter() {
        for (int round = 0; round < 50; round++) {
            assertSameAfter(1 + random.nextInt(2_000), 5);
        }
    }

    @Test
    void thereAreFewerWhenFewerWereOffered() {
        best.offer(4, .5f);
        var found = new int[30];
        assertThat(best.drain(found)).isEqualTo(1);
        assertThat(found[0]).isEqualTo(4);
        assertThat(best.drain(found)).isZero();
    }

    private void assertSameAfter(int offers, int scores) {
        for (int course = 0; course < offers; course++) {
            float score = 1 + random.nextInt(scores);
            best.offer(course, score);
            expected.offer(course, score);
        }
        var found = new int[30];
        var wanted = new int[30];
        int count = best.drain(found);
        assertThat(count).isEqualTo(expected.drain(wanted));
        assertThat(found).isEqualTo(wanted);
    }
}
