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
    private int size;

    FoldLists(int capacity) {
        candidates = new int[capacity][];
        features = new float[capacity][];
        wanted = new int[capacity][];
    }

    void add(Scratch scratch, int[] labels) {
        candidates[size] = new int[scratch.candidates()];
        for (int k = 0; k < scratch.candidates(); k++) {
            candidates[size][k] = scratch.candidate(k);
        }
        features[size] = Arrays.copyOf(scratch.features(), scratch.candidates() * Features.WIDTH);
        wanted[size++] = labels;
    }

    int size() {
        return size;
    }

    /** Adds every learner's list, in the ranker's order, to the scores. */
    void measure(Ranker ranker, ListScores scores) {
        var values = new double[longest()];
        var best = new int[values.length];
        for (int u = 0; u < size; u++) {
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

    /** The mean NDCG of the first trees, for every so many more of them. */
    double[] curve(BoostedTrees trees, int step, Workers workers) throws InterruptedException {
        int points = trees.count() / step;
        var sums = new double[PARTS][points];
        workers.each(PARTS, part -> {
            var list = new int[ListScores.PLACES];
            var values = new double[longest()];
            int[] rows = IntStream.range(0, values.length).toArray();
            for (int u = (int) ((long) size * part / PARTS); u < (int) ((long) size * (part + 1) / PARTS); u++) {
                int count = candidates[u].length;
                Arrays.fill(values, 0);
                for (int point = 0; point < points; point++) {
                    trees.add(features[u], Features.WIDTH, rows, count, point * step, (point + 1) * step, values);
                    var top = new Top(ListScores.PLACES);
                    for (int k = 0; k < count; k++) {
                        top.offer(k, values[k]);
                    }
                    int length = top.drain(list);
                    for (int p = 0; p < length; p++) {
                        list[p] = candidates[u][list[p]];
                    }
                    var one = new ListScores(1);
                    one.add(list, length, wanted[u]);
                    sums[part][point] += one.meanNdcg();
                }
            }
        });
        var curve = new double[points];
        for (var part : sums) {
            for (int point = 0; point < points; point++) {
                curve[point] += part[point] / Math.max(1, size);
            }
        }
        return curve;
    }

    private int longest() {
        int longest = 0;
        for (int u = 0; u < size; u++) {
            longest = Math.max(longest, candidates[u].length);
        }
        return longest;
    }
}
