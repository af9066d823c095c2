package org.coursewise.recommender.candidates;

import java.util.Arrays;
import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Triangle;
import org.coursewise.recommender.matrix.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Evidence from histories that are here, and from what was counted of others elsewhere. Where it is not dense, a row is
 * counted anew whenever it is asked for, which takes longer and no memory.
 */
public final class HistoryEvidence implements Evidence {

    private final Histories histories;
    private final OtherLearners others;
    private final int[] counts;
    private final double[] logLengths;
    private final int[][] takers;
    private final int taken;
    private final @Nullable Triangle together;
    private final @Nullable Triangle weighted;

    private HistoryEvidence(Histories histories, OtherLearners others, int mostDense) {
        this.histories = histories;
        this.others = others;
        this.counts = histories.counts();
        this.logLengths = PairSums.logLengths(histories);
        for (int c = 0; c < counts.length; c++) {
            counts[c] += others.count(c);
            logLengths[c] += others.logLengths(c);
        }
        this.takers = histories.takers();
        this.taken = taken(counts);
        boolean dense = taken <= mostDense;
        this.together = dense ? new Triangle(taken) : null;
        this.weighted = dense ? new Triangle(taken) : null;
    }

    /**
     * Counts. Cost: the sum over the learners that are here of the square of their number of courses.
     *
     * @param others of whom no history is here
     * @param mostDense up to how many courses the counts are kept
     * @throws InterruptedException when training is cancelled
     */
    public static HistoryEvidence of(Histories histories, OtherLearners others, int mostDense, Workers workers)
            throws InterruptedException {
        var evidence = new HistoryEvidence(histories, others, mostDense);
        var together = evidence.together;
        var weighted = evidence.weighted;
        if (together != null && weighted != null) {
            workers.each(evidence.taken, i -> evidence.count(i, i + 1, together.row(i), weighted.row(i)));
        }
        return evidence;
    }

    /** The number of the last course that anybody took, and one. */
    public static int taken(int[] counts) {
        int taken = 0;
        for (int c = 0; c < counts.length; c++) {
            taken = counts[c] > 0 ? c + 1 : taken;
        }
        return taken;
    }

    /** Adds to row i what its learners took of the first courses. */
    private void count(int i, int courses, double @Nullable [] plain, double @Nullable [] shared) {
        others.add(i, courses, plain, shared);
        for (int u : takers[i]) {
            PairSums.add(histories.courses(), histories.start(u), histories.start(u + 1), courses, plain, shared);
        }
    }

    @Override
    public int courseCount() {
        return counts.length;
    }

    @Override
    public int taken() {
        return taken;
    }

    @Override
    public int learners() {
        return histories.learners() + others.learners();
    }

    @Override
    public boolean timed() {
        return histories.timed();
    }

    @Override
    public int count(int course) {
        return counts[course];
    }

    @Override
    public double weight(int course) {
        if (weighted != null) {
            return weighted.get(course, course);
        }
        double sum = others.weight(course);
        for (int u : takers[course]) {
            sum += PairSums.weight(histories.length(u));
        }
        return sum;
    }

    @Override
    public double logLength(int course) {
        return logLengths[course] / Math.max(1, counts[course]);
    }

    @Override
    public boolean isDense() {
        return weighted != null;
    }

    @Override
    public void together(int i, double[] row) {
        if (together != null) {
            together.copyRow(i, row);
        } else {
            Arrays.fill(row, 0, taken, 0);
            count(i, taken, row, null);
        }
    }

    @Override
    public void weighted(int i, double[] row) {
        if (weighted != null) {
            weighted.copyRow(i, row);
        } else {
            Arrays.fill(row, 0, taken, 0);
            count(i, taken, null, row);
        }
    }

    @Override
    public void sequences(Sequences rule, int i, double[] row) {
        others.addSequences(rule, i, row);
        double[] weights = rule.weights();
        for (int u : takers[i]) {
            rule.add(weights, histories.courses(), histories.start(u), histories.start(u + 1), i, row);
        }
    }

    @Override
    public Triangle weightedPlus(double added) {
        if (weighted == null) {
            throw new IllegalStateException("There are too many courses for a whole matrix");
        }
        return weighted.plusDiagonal(added);
    }

    @Override
    public SparseRows links(RowSource source, Workers workers) throws InterruptedException {
        return Rows.strongest(counts.length, taken, source.most(), workers, source.rows(this));
    }

    @Override
    public Histories sample() {
        return histories.and(others.sample());
    }
}
