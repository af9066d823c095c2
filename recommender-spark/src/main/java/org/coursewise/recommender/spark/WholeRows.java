package org.coursewise.recommender.spark;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.coursewise.recommender.candidates.OtherLearners;
import org.coursewise.recommender.candidates.Sequences;
import org.coursewise.recommender.dataset.Histories;
import org.jspecify.annotations.Nullable;

/**
 * Hands back whole rows of the learners who are in no fold; the driver adds the folds' learners. A row is: the weight, the
 * sum of logarithms, and for each course the number of learners (int), the weighted number (double) and, where times are
 * known, the sequences (double).
 */
final class WholeRows implements BlockWork {

    private static final int FACTS = 2 * Double.BYTES;

    @Override
    public int files() {
        return 1;
    }

    @Override
    public Iterator<MadeRow> rows(Blocks blocks, int block, BlockSums sums, HeldLearners held) {
        return IntStream.range(0, blocks.rows(block))
                .map(row -> blocks.course(block, row))
                .mapToObj(course -> new MadeRow(0, course, row(course, blocks, sums, held.sequences())))
                .iterator();
    }

    private static byte[] row(int course, Blocks blocks, BlockSums sums, Sequences rule) {
        int n = blocks.courses();
        int perCourse = Integer.BYTES + Double.BYTES * (blocks.timed() ? 2 : 1);
        var bytes = ByteBuffer.allocate(FACTS + n * perCourse);
        bytes.putDouble(sums.weight(course)).putDouble(sums.logLengths(course));
        var together = new double[n];
        var weighted = new double[n];
        sums.add(course, n, together, weighted);
        for (double count : together) {
            bytes.putInt((int) count);
        }
        for (double sum : weighted) {
            bytes.putDouble(sum);
        }
        if (blocks.timed()) {
            var sequences = new double[n];
            sums.addSequences(rule, course, sequences);
            for (double sum : sequences) {
                bytes.putDouble(sum);
            }
        }
        return bytes.array();
    }

    /** What was handed back, on the driver's disk. */
    static final class Kept implements OtherLearners {

        private final RowFile file;
        private final Blocks blocks;
        private final HeldLearners held;
        private final Histories sample;

        /** @param sample of the learners who are in no fold */
        Kept(RowFile file, Blocks blocks, HeldLearners held, Histories sample) {
            this.file = file;
            this.blocks = blocks;
            this.held = held;
            this.sample = sample;
        }

        @Override
        public int learners() {
            return held.otherLearners();
        }

        @Override
        public int count(int course) {
            return held.otherCount(course);
        }

        @Override
        public double weight(int course) {
            return course < blocks.courses() ? file.read(course, 0, FACTS).getDouble() : 0;
        }

        @Override
        public double logLengths(int course) {
            return course < blocks.courses() ? file.read(course, 0, FACTS).getDouble(Double.BYTES) : 0;
        }

        @Override
        public void add(int course, int courses, double @Nullable [] together, double @Nullable [] weighted) {
            if (together != null) {
                var counts = file.read(course, FACTS, courses * Integer.BYTES);
                for (int j = 0; j < courses; j++) {
                    together[j] += counts.getInt();
                }
            }
            if (weighted != null) {
                add(course, FACTS + blocks.courses() * Integer.BYTES, courses, weighted);
            }
        }

        @Override
        public void addSequences(Sequences rule, int course, double[] row) {
            if (!rule.equals(held.sequences())) {
                throw new IllegalArgumentException("Other sequences were counted: " + held.sequences());
            }
            if (blocks.timed()) {
                int before = blocks.courses() * (Integer.BYTES + Double.BYTES);
                add(course, FACTS + before, row.length, row);
            }
        }

        private void add(int course, int from, int courses, double[] into) {
            var sums = file.read(course, from, courses * Double.BYTES);
            for (int j = 0; j < courses; j++) {
                into[j] += sums.getDouble();
            }
        }

        @Override
        public Histories sample() {
            return sample;
        }
    }
}
