package org.coursewise.recommender.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.coursewise.recommender.matrix.SparseRows;
import org.junit.jupiter.api.Test;

class LinkBytesTest {

    private static final SparseRows.Row LINKS = new SparseRows.Row(new int[] {1, 3}, new float[] {.5f, -2});

    @Test
    void linksAreReadAsTheyWereWritten() {
        var read = LinkBytes.read(ByteBuffer.wrap(LinkBytes.of(LINKS)), false);
        assertThat(read.columns()).containsExactly(1, 3);
        assertThat(read.values()).containsExactly(.5f, -2);
    }

    @Test
    void countsComeWithTheirLinksAlone() {
        var bytes = LinkBytes.counted(LINKS, new double[] {9, 7, 8, 4});
        var read = LinkBytes.read(ByteBuffer.wrap(bytes), true);
        assertThat(read.columns()).containsExactly(1, 3);
        assertThat(read.values()).containsExactly(.5f, -2);
        var row = new double[4];
        LinkBytes.readCounts(ByteBuffer.wrap(bytes), row);
        assertThat(row).containsExactly(0, 7, 0, 4);
    }

    @Test
    void noLinksAreNoBytes() {
        assertThat(LinkBytes.of(SparseRows.Row.EMPTY)).isEmpty();
        assertThat(LinkBytes.read(ByteBuffer.wrap(new byte[0]), true).columns()).isEmpty();
    }
}
