package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.RankingRows;
import org.coursewise.recommender.scoring.CandidateScorer;
import org.coursewise.recommender.scoring.Features;
import org.coursewise.recommender.scoring.FittedSources;
import org.coursewise.recommender.scoring.Scratch;

/**
 * What one fold gives: rows to train a ranker on, and lists to measure others with. The sources saw nothing of what was
 * set aside; negatives are candidates that were retrieved and not taken.
 *
 * @param rows of all learners of the fold
 * @param lists of some of them
 */
record Fold(RankingRows rows, FoldLists lists) {

    private static final int MOST_LISTS = 2_000;
    private static final int PARTS = 16;
    /** More negatives than this for one learner teach little and take long. */
    private static final int MOST_NEGATIVES = 30;

    /** Scores the fold's learners and samples rows; deterministic for any number of threads. */
    static Fold of(Holdout holdout, FittedSources sources, int mostRows, long seed, Workers workers)
            throws InterruptedException {
        int learners = holdout.learners().size();
        var scorer = new CandidateScorer(sources);
        int positives =
                holdout.aside().stream().mapToInt(labels -> labels.length).sum();
        int affordable = (mostRows - positives) / Math.max(1, learners);
        int negativesPerLearner = Math.min(MOST_NEGATIVES, Math.max(4, affordable));
        var tasks = new ArrayList<Callable<RankingRows>>();
        var lists = new FoldLists(Math.min(MOST_LISTS, learners));
        for (int part = 0; part < PARTS; part++) {
            int from = (int) ((long) learners * part / PARTS);
            int to = (int) ((long) learners * (part + 1) / PARTS);
            var random = new SplittableRandom(seed * PARTS + part);
            tasks.add(() -> rows(holdout, scorer, from, to, negativesPerLearner, random));
        }
        var rows = new RankingRows(Features.WIDTH);
        workers.all(tasks).forEach(rows::addAll);
        var scratch = new Scratch(sources);
        int kept = Math.min(MOST_LISTS, learners);
        for (int k = 0; k < kept; k++) {
            int learner = (int) ((long) k * learners / kept);
            score(holdout, scorer, learner, scratch);
            lists.add(scratch, holdout.aside().get(learner));
        }
        return new Fold(rows, lists);
    }

    private static void score(Holdout holdout, CandidateScorer scorer, int k, Scratch scratch) {
        int[] history = holdout.left().of(holdout.learners().get(k));
        scorer.score(history, history.length, course -> true, scratch);
    }

    private static RankingRows rows(
            Holdout holdout, CandidateScorer scorer, int from, int to, int negatives, SplittableRandom random) {
        var rows = new RankingRows(Features.WIDTH);
        var scratch = new Scratch(scorer.sources());
        for (int k = from; k < to; k++) {
            score(holdout, scorer, k, scratch);
            int[] labels = holdout.aside().get(k);
            int positives = 0;
            for (int c = 0; c < scratch.candidates(); c++) {
                if (Arrays.binarySearch(labels, scratch.candidate(c)) >= 0) {
                    rows.add(scratch.features(), c, true, 1);
                    positives++;
                }
            }
            int others = scratch.candidates() - positives;
            if (positives == 0 || others == 0) {
                continue;
            }
            // each of the others with the same chance
            int left = Math.min(negatives, others);
            for (int c = 0; c < scratch.candidates() && left > 0; c++) {
                if (Arrays.binarySearch(labels, scratch.candidate(c)) < 0) {
                    if (random.nextInt(others) < left) {
                        rows.add(scratch.features(), c, false, 1);
                        left--;
                    }
                    others--;
                }
            }
        }
        return rows;
    }
}
