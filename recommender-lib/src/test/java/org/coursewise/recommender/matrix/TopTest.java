package org.coursewise.recommender.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopTest {

    @Test
    void itKeepsWhatSortingWouldPutFirst() {
        var random = new SplittableRandom(4);
        for (int size : new int[] {0, 1, 2, 9, 10, 11, 100}) {
            // few different scores, so that many are equal
            double[] scores = random.ints(size, 0, 7).asDoubleStream().toArray();
            var top = new Top(10);
            IntStream.range(0, size).forEach(item -> top.offer(item, scores[item]));
            var kept = new int[10];
            int count = top.drain(kept);
            assertThat(Arrays.copyOf(kept, count))
                    .containsExactly(IntStream.range(0, size)
                            .boxed()
                            .sorted(Comparator.comparingDouble((Integer item) -> -scores[item])
                                    .thenComparing(item -> item))
                            .limit(10)
                            .mapToInt(item -> item)
                            .toArray());
        }
    }
}
