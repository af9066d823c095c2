package org.coursewise.recommender.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.coursewise.recommender.evaluation.ListScores;
import org.coursewise.recommender.matrix.Top;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.BoostedTrees;
import org.coursewise.recommender.ranking.Ranker;
import org.coursewise.recommender.ranking.SourceOrder;
import org.coursewise.recommender.scoring.Features;
import org.coursewise.recommender.scoring.Scratch;

/** The candidates of some learners of a fold, kept to measure rankers that were trained on other folds. */
final class FoldLists {

    private static final int PARTS = 16;

    private final int[][] candidates;
    private final float[][] features;
    private final int[][] wanted;

    FoldLists(int size) {
        candidates = new int[size][];
        features = new float[size][];
        wanted = new int[size][];
    }

    /** Puts a learner to a place of its own; several threads may do so at a time. */
    void put(int place, Scratch scratch, int[] labels) {
        candidates[place] = new int[scratch.candidates()];
        for (int k = 0; k < scratch.candidates(); k++) {
            candidates[place][k] = scratch.candidate(k);
        }
        features[place] = Arrays.copyOf(scratch.features(), scratch.candidates() * Features.WIDTH);
        wanted[place] = labels;
    }

    /** How many candidates there are in all. */
    long candidates() {
        return Arrays.stream(candidates).mapToLong(of -> of.length).sum();
    }

    /** How many of the candidates were taken. */
    long taken() {
        long taken = 0;
        for (int u = 0; u < size(); u++) {
            int[] labels = wanted[u];
            taken += Arrays.stream(candidates[u])
                    .filter(course -> Arrays.binarySearch(labels, course) >= 0)
                    .count();
        }
        return taken;
    }

    int size() {
        return wanted.length;
    }

    /** Adds every learner's list, in the ranker's order, to the scores. */
    void measure(Ranker ranker, ListScores scores) {
        var values = new double[longest()];
        var best = new int[values.length];
        for (int u = 0; u < size(); u++) {
            int rows = candidates[u].length;
            int found = ranker.best(features[u], Features.WIDTH, rows, ListScores.PLACES, values, best);
            int length = 0;
            for (int p = 0; p < found; p++) {
                // a source that says nothing of a course does not recommend it
                if (values[best[p]] > 0 || !(ranker instanceof SourceOrder)) {
                    best[length++] = candidates[u][best[p]];
                }
            }
            scores.add(best, length, wanted[u]);
        }
    }

    /** Room for one number a candidate, all of them 0. */
    double[][] values() {
        return Arrays.stream(candidates).map(of -> new double[of.length]).toArray(double[][]::new);
    }

    /**
     * Adds trees to what those before them say of each candidate, and measures the order that this gives.
     *
     * @return the mean NDCG
     */
    double add(BoostedTrees trees, int fromTree, int toTree, double[][] values, Workers workers)
            throws InterruptedException {
        var sums = new double[PARTS];
        workers.each(PARTS, part -> {
            var list = new int[ListScores.PLACES];
            int[] rows = IntStream.range(0, longest()).toArray();
            for (int u = (int) ((long) size() * part / PARTS); u < (int) ((long) size() * (part + 1) / PARTS); u++) {
                int count = candidates[u].length;
                trees.add(features[u], Features.WIDTH, rows, count, fromTree, toTree, values[u]);
                var top = new Top(ListScores.PLACES);
                for (int k = 0; k < count; k++) {
                    top.offer(k, values[u][k]);
                }
                int length = top.drain(list);
                for (int p = 0; p < length; p++) {
                    list[p] = candidates[u][list[p]];
                }
                var one = new ListScores(1);
                one.add(list, length, wanted[u]);
                sums[part] += one.meanNdcg();
            }
        });
        double mean = 0;
        for (double sum : sums) {
            mean += sum / Math.max(1, size());
        }
        return mean;
    }

    private int longest() {
        int longest = 0;
        for (int u = 0; u < size(); u++) {
            longest = Math.max(longest, candidates[u].length);
        }
        return longest;
    }
}
