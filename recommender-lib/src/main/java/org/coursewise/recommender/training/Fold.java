package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.coursewise.recommender.boosting.BinEdges;
import org.coursewise.recommender.boosting.BinnedRows;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.RankingRows;
import org.coursewise.recommender.scoring.CandidateScorer;
import org.coursewise.recommender.scoring.Features;
import org.coursewise.recommender.scoring.FittedSources;
import org.coursewise.recommender.scoring.Scratch;
import org.jspecify.annotations.Nullable;

/**
 * What one fold gives: rows to train rankers on, and lists to measure them with. The sources saw nothing of what was set
 * aside; the rows are all candidates that were retrieved for a learner, those that were taken and those that were not.
 *
 * @param some a few rows as they are
 * @param rows of all learners, or of those that have no list
 * @param lists of some of the learners
 */
record Fold(RankingRows some, BinnedRows rows, FoldLists lists) {

    private static final int PARTS = 16;
    /** Enough to find the edges of bins, and for a regression. */
    private static final int SOME_ROWS = 8_000;

    /**
     * What is asked of a fold.
     *
     * @param folds how many folds there will be
     * @param lists how many learners have a list
     * @param shared whether their rows train, too: then a ranker must be trained on other folds to be measured
     * @param mostRows how many rows train at most
     */
    record Plan(int folds, int lists, boolean shared, int mostRows) {

        /** Whether a learner, by place in the holdout, has a list. */
        boolean hasList(int k, int learners) {
            int lists = Math.min(this.lists, learners);
            return (long) (k + 1) * lists / learners > (long) k * lists / learners;
        }
    }

    /**
     * Scores the fold's learners; deterministic for any number of threads.
     *
     * @param before the rows of the first fold, whose edges count for all; they are added to unless they are shared
     */
    static Fold of(
            Holdout holdout, FittedSources sources, @Nullable BinnedRows before, Plan plan, long seed, Workers workers)
            throws InterruptedException {
        int learners = holdout.learners().size();
        var scorer = new CandidateScorer(sources);
        var random = new SplittableRandom(seed);
        var lists = new FoldLists(Math.min(plan.lists, learners));
        var scratch = new Scratch(sources);
        var some = new RankingRows(Features.WIDTH);
        long candidates = 0;
        int looked = 0;
        for (int k = 0; k < learners; k++) {
            if (plan.hasList(k, learners)) {
                score(holdout, scorer, k, scratch);
                lists.add(scratch, holdout.aside().get(k));
                candidates += scratch.candidates();
                looked++;
            }
        }
        double perLearner = (double) candidates / Math.max(1, looked);
        double share = Math.min(1, plan.mostRows / Math.max(1, perLearner * learners));
        double someShare = Math.min(1, SOME_ROWS / Math.max(1, perLearner * learners * share));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var used = new boolean[learners];
        for (int k = 0; k < learners; k++) {
            used[k] = random.nextDouble() < share && (plan.shared || !plan.hasList(k, learners));
        }
        BinEdges edges;
        if (before == null) {
            var sample = sample(holdout, scorer, used, someShare, scratch);
            edges = BinEdges.of(sample.size(), Features.WIDTH, sample::feature);
        } else {
            edges = before.edges();
        }
        var tasks = new ArrayList<Callable<Part>>();
        for (int part = 0; part < PARTS; part++) {
            int from = (int) ((long) learners * part / PARTS);
            int to = (int) ((long) learners * (part + 1) / PARTS);
            var partRandom = new SplittableRandom(seed * PARTS + part);
            tasks.add(() -> rows(holdout, scorer, from, to, used, edges, someShare, partRandom));
        }
        var parts = workers.all(tasks);
        var rows = before == null || plan.shared ? new BinnedRows(edges) : before;
        int size = parts.stream().mapToInt(part -> part.rows.size()).sum();
        // room for all folds at once: growing would need twice the memory for a moment
        rows.reserve(before == null && !plan.shared ? (int) (1.02 * plan.folds * size) : rows.size() + size);
        for (var part : parts) {
            rows.addAll(part.rows);
            some.addAll(part.some);
        }
        return new Fold(some, rows, lists);
    }

    private record Part(BinnedRows rows, RankingRows some) {}

    private static void score(Holdout holdout, CandidateScorer scorer, int k, Scratch scratch) {
        int[] history = holdout.left().of(holdout.learners().get(k));
        scorer.score(history, history.length, course -> true, scratch);
    }

    /** All candidates of every so manieth learner. */
    private static RankingRows sample(
            Holdout holdout, CandidateScorer scorer, boolean[] used, double share, Scratch scratch) {
        var sample = new RankingRows(Features.WIDTH);
        double due = 0;
        for (int k = 0; k < used.length; k++) {
            due += used[k] ? share : 0;
            if (due >= 1 || (share == 1 && used[k])) {
                due -= 1;
                score(holdout, scorer, k, scratch);
                for (int c = 0; c < scratch.candidates(); c++) {
                    sample.add(scratch.features(), c, false, 1);
                }
            }
        }
        return sample;
    }

    private static Part rows(
            Holdout holdout,
            CandidateScorer scorer,
            int from,
            int to,
            boolean[] used,
            BinEdges edges,
            double someShare,
            SplittableRandom random) {
        var rows = new BinnedRows(edges);
        var some = new RankingRows(Features.WIDTH);
        var scratch = new Scratch(scorer.sources());
        for (int k = from; k < to; k++) {
            if (!used[k]) {
                continue;
            }
            score(holdout, scorer, k, scratch);
            int[] labels = holdout.aside().get(k);
            var taken = new boolean[scratch.candidates()];
            int positives = 0;
            for (int c = 0; c < taken.length; c++) {
                taken[c] = Arrays.binarySearch(labels, scratch.candidate(c)) >= 0;
                positives += taken[c] ? 1 : 0;
            }
            if (positives == 0 || positives == taken.length) {
                // nothing to tell apart
                continue;
            }
            for (int c = 0; c < taken.length; c++) {
                rows.add(scratch.features(), c, taken[c]);
                if (random.nextDouble() < someShare) {
                    some.add(scratch.features(), c, taken[c], 1);
                }
            }
            rows.endGroup();
        }
        return new Part(rows, some);
    }
}
