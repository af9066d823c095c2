package org.coursewise.recommender.training;

import java.util.Arrays;
import org.coursewise.recommender.evaluation.ListScores;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Top;
import org.coursewise.recommender.matrix.Workers;

/** How good the order is that one matrix of links gives by itself. */
final class LinkScores {

    private static final int PART = 250;

    private LinkScores() {}

    /**
     * The mean NDCG at 10 over the learners of a holdout.
     *
     * @param decay what a course of the history counts relative to the one taken next
     * @param mostLearners how many learners are measured at most
     */
    static double ndcg(SparseRows links, Holdout holdout, double decay, int mostLearners, Workers workers)
            throws InterruptedException {
        int learners = Math.min(mostLearners, holdout.learners());
        int parts = (learners + PART - 1) / PART;
        var sums = new double[parts];
        workers.each(parts, part -> {
            int from = part * PART;
            int to = Math.min(learners, from + PART);
            var lists = new ListScores(to - from);
            var scores = new double[links.rows()];
            var list = new int[ListScores.PLACES];
            var top = new Top(ListScores.PLACES);
            for (int k = from; k < to; k++) {
                int[] history = holdout.left().get(k);
                score(links, history, decay, scores);
                for (int c = 0; c < scores.length; c++) {
                    if (scores[c] > 0) {
                        top.offer(c, scores[c]);
                    }
                }
                lists.add(list, top.drain(list), holdout.aside().get(k));
            }
            sums[part] = lists.meanNdcg() * (to - from);
        });
        return learners == 0 ? 0 : Arrays.stream(sums).sum() / learners;
    }

    /** Adds up the links of a history, the newest course last; courses of the history get 0. */
    static void score(SparseRows links, int[] history, double decay, double[] scores) {
        Arrays.fill(scores, 0);
        double weight = 1;
        for (int h = history.length - 1; h >= 0; h--) {
            for (int k = links.starts()[history[h]]; k < links.starts()[history[h] + 1]; k++) {
                scores[links.columns()[k]] += weight * links.values()[k];
            }
            weight *= decay;
        }
        for (int taken : history) {
            scores[taken] = 0;
        }
    }
}
