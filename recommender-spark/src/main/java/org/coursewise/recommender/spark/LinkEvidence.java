package org.coursewise.recommender.spark;

import java.util.Arrays;
import java.util.List;
import org.coursewise.recommender.candidates.Evidence;
import org.coursewise.recommender.candidates.HistoryEvidence;
import org.coursewise.recommender.candidates.NeighborhoodSlim;
import org.coursewise.recommender.candidates.RowSource;
import org.coursewise.recommender.candidates.Sequences;
import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Triangle;
import org.coursewise.recommender.matrix.Workers;

/** Evidence of a fold or of everything by the links that tasks made of it, on the driver's disk. */
final class LinkEvidence implements Evidence {

    private final StrongestLinks made;
    private final List<RowFile> files;
    private final int fold;
    private final HeldLearners held;
    private final Histories others;
    private final int[] counts;
    private final int taken;
    private final double[] weights;
    private final double[] logLengths;

    /** @param others histories of some of the learners who are in no fold */
    LinkEvidence(StrongestLinks made, List<RowFile> files, int fold, HeldLearners held, Histories others) {
        this.made = made;
        this.files = files;
        this.fold = fold;
        this.held = held;
        this.others = others;
        this.counts = held.counts(fold);
        this.taken = HistoryEvidence.taken(counts);
        this.weights = new double[counts.length];
        this.logLengths = new double[counts.length];
        var facts = files.get(made.factsFile(fold));
        for (int c = 0; c < facts.courses(); c++) {
            var row = facts.read(c);
            weights[c] = row.getDouble();
            logLengths[c] = row.getDouble();
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
        return held.learners();
    }

    @Override
    public boolean timed() {
        return held.timed();
    }

    @Override
    public int count(int course) {
        return counts[course];
    }

    @Override
    public double weight(int course) {
        return weights[course];
    }

    @Override
    public double logLength(int course) {
        return logLengths[course];
    }

    @Override
    public boolean isDense() {
        return false;
    }

    @Override
    public void together(int i, double[] row) {
        Arrays.fill(row, 0, taken, 0);
        LinkBytes.readCounts(
                files.get(made.file(fold, NeighborhoodSlim.nearest())).read(i), row);
    }

    @Override
    public void weighted(int i, double[] row) {
        throw new IllegalStateException("Whole rows are not kept");
    }

    @Override
    public void sequences(Sequences rule, int i, double[] row) {
        throw new IllegalStateException("Whole rows are not kept");
    }

    @Override
    public Triangle weightedPlus(double added) {
        throw new IllegalStateException("There are too many courses for a whole matrix");
    }

    @Override
    public SparseRows links(RowSource source, Workers workers) {
        var file = files.get(made.file(fold, source));
        var rows = new SparseRows.Row[counts.length];
        Arrays.fill(rows, SparseRows.Row.EMPTY);
        for (int c = 0; c < taken; c++) {
            rows[c] = LinkBytes.read(file.read(c), StrongestLinks.isCounted(source));
        }
        return SparseRows.of(rows);
    }

    @Override
    public Histories sample() {
        return held.histories(fold).and(others);
    }
}
