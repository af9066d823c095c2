package org.coursewise.recommender.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Test
    void everyCourseHasOnePlace() {
        for (int courses : new int[] {1, 3, 4, 101, 20_000}) {
            var blocks = Blocks.of(courses, true, 4);
            var seen = new HashSet<Integer>();
            for (int block = 0; block < blocks.numPartitions(); block++) {
                for (int row = 0; row < blocks.rows(block); row++) {
                    int course = blocks.course(block, row);
                    assertThat(seen.add(course)).isTrue();
                    assertThat(blocks.block(course)).isEqualTo(block);
                    assertThat(blocks.row(course)).isEqualTo(row);
                }
            }
            assertThat(seen).hasSize(courses);
        }
    }

    @Test
    void aTaskKeepsSixtyFourMegabytesAtMost() {
        var blocks = Blocks.of(20_000, true, 4);
        assertThat((long) blocks.rows(0) * 20_000 * 3 * Double.BYTES).isLessThanOrEqualTo(64L << 20);
        assertThat(blocks.numPartitions()).isBetween(100, 200);
    }
}
