package org.coursewise.recommender.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryBytesTest {

    @Test
    void whatWasAddedIsRead() {
        var histories = List.of(
                new int[] {0, 127, 128, 16_383, 16_384, Integer.MAX_VALUE},
                new int[0],
                IntStream.range(0, 3_000).toArray());
        var bytes = new HistoryBytes();
        histories.forEach(bytes::add);
        var read = new ArrayList<int[]>();
        HistoryBytes.read(bytes.take(), (courses, length) -> read.add(Arrays.copyOf(courses, length)));
        assertThat(read).containsExactly(histories.toArray(int[][]::new));
        assertThat(bytes.size()).isZero();
    }
}
