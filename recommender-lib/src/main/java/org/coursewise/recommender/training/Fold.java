package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
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
     * Where folds are shared their rankers are many and courses that were taken are few. Of the others so many times as
     * many are kept, at random: fewer do not say less, and what is lost is a constant in all scores.
     */
    private static final double NOT_TAKEN = 20;

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
        int learners = holdout.learners();
        var scorer = new CandidateScorer(sources);
        var random = new SplittableRandom(seed);
        var lists = lists(holdout, scorer, plan, workers);
        long taken = lists.taken();
        long others = lists.candidates() - taken;
        double kept = plan.shared ? Math.min(1, NOT_TAKEN * taken / Math.max(1, others)) : 1;
        double perLearner = (taken + kept * others) / Math.max(1, lists.size());
        double share = Math.min(1, plan.mostRows / Math.max(1, perLearner * learners));
        int someRows = plan.shared ? SOME_ROWS / 2 : SOME_ROWS;
        double someShare = Math.min(1, someRows / Math.max(1, perLearner * learners * share));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var used = new boolean[learners];
        for (int k = 0; k < learners; k++) {
            used[k] = random.nextDouble() < share && (plan.shared || !plan.hasList(k, learners));
        }
        BinEdges edges;
        if (before == null) {
            var sample = sample(holdout, scorer, used, kept * someShare, new Scratch(sources));
            edges = BinEdges.of(sample.size(), Features.WIDTH, sample::feature);
        } else {
            edges = before.edges();
        }
        var tasks = new ArrayList<Callable<Part>>();
        for (int part = 0; part < PARTS; part++) {
            int from = (int) ((long) learners * part / PARTS);
            int to = (int) ((long) learners * (part + 1) / PARTS);
            var partRandom = new SplittableRandom(seed * PARTS + part);
            tasks.add(() -> rows(holdout, scorer, from, to, used, edges, kept, someShare, partRandom));
        }
        var parts = workers.all(tasks);
        var some = new RankingRows(Features.WIDTH);
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

    private static FoldLists lists(Holdout holdout, CandidateScorer scorer, Plan plan, Workers workers)
            throws InterruptedException {
        int learners = holdout.learners();
        int[] listed = IntStream.range(0, learners)
                .filter(k -> plan.hasList(k, learners))
                .toArray();
        var lists = new FoldLists(listed.length);
        workers.each(PARTS, part -> {
            var scratch = new Scratch(scorer.sources());
            int to = (int) ((long) listed.length * (part + 1) / PARTS);
            for (int place = (int) ((long) listed.length * part / PARTS); place < to; place++) {
                score(holdout, scorer, listed[place], scratch);
                lists.put(place, scratch, holdout.aside().get(listed[place]));
            }
        });
        return lists;
    }

    private record Part(BinnedRows rows, RankingRows some) {}

    private static void score(Holdout holdout, CandidateScorer scorer, int k, Scratch scratch) {
        int[] history = holdout.left().get(k);
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
            double kept,
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
                if (!taken[c] && kept < 1 && random.nextDouble() >= kept) {
                    continue;
                }
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
