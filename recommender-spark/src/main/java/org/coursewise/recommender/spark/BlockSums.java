package org.coursewise.recommender.spark;

import java.util.Iterator;
import org.coursewise.recommender.candidates.OtherLearners;
import org.coursewise.recommender.candidates.PairSums;
import org.coursewise.recommender.candidates.Sequences;
import org.coursewise.recommender.dataset.Histories;
import org.jspecify.annotations.Nullable;

/** The rows of a block's courses, counted over the histories of all learners who are in no fold. Of other courses it knows nothing. */
final class BlockSums implements OtherLearners {

    private final Blocks blocks;
    private final int block;
    private final HeldLearners held;
    private final double[][] together;
    private final double[][] weighted;
    private final double[][] sequences;
    private final double[] logLengths;

    private BlockSums(Blocks blocks, int block, HeldLearners held) {
        this.blocks = blocks;
        this.block = block;
        this.held = held;
        int rows = blocks.rows(block);
        this.together = new double[rows][blocks.courses()];
        this.weighted = new double[rows][blocks.courses()];
        this.sequences = new double[blocks.timed() ? rows : 0][blocks.courses()];
        this.logLengths = new double[rows];
    }

    /** Counts. Cost: for each history its length times the number of the block's courses in it. */
    static BlockSums of(Blocks blocks, int block, HeldLearners held, Iterator<byte[]> chunks) {
        var sums = new BlockSums(blocks, block, held);
        double[] weights = held.sequences().weights();
        while (chunks.hasNext()) {
            HistoryBytes.read(chunks.next(), (history, length) -> sums.count(history, length, weights));
        }
        return sums;
    }

    private void count(int[] history, int length, double[] weights) {
        double logLength = PairSums.logLength(length);
        for (int k = 0; k < length; k++) {
            int course = history[k];
            if (blocks.block(course) == block) {
                int row = blocks.row(course);
                PairSums.add(history, 0, length, blocks.courses(), together[row], weighted[row]);
                logLengths[row] += logLength;
                if (blocks.timed()) {
                    held.sequences().add(weights, history, 0, length, course, sequences[row]);
                }
            }
        }
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
        return isOurs(course) ? weighted[blocks.row(course)][course] : 0;
    }

    @Override
    public double logLengths(int course) {
        return isOurs(course) ? logLengths[blocks.row(course)] : 0;
    }

    @Override
    public void add(int course, int courses, double @Nullable [] plain, double @Nullable [] shared) {
        add(together, course, courses, plain);
        add(weighted, course, courses, shared);
    }

    @Override
    public void addSequences(Sequences rule, int course, double[] row) {
        if (!rule.equals(held.sequences())) {
            throw new IllegalArgumentException("Other sequences were counted: " + held.sequences());
        }
        if (blocks.timed()) {
            add(sequences, course, row.length, row);
        }
    }

    private void add(double[][] sums, int course, int courses, double @Nullable [] into) {
        if (into != null) {
            double[] row = sums[blocks.row(course)];
            for (int j = 0; j < courses; j++) {
                into[j] += row[j];
            }
        }
    }

    private boolean isOurs(int course) {
        return course < blocks.courses() && blocks.block(course) == block;
    }

    @Override
    public Histories sample() {
        return Histories.none();
    }
}
