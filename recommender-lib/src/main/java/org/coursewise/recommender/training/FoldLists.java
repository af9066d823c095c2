package org.coursewise.recommender.training;

import java.util.Arrays;
import org.coursewise.recommender.evaluation.ListScores;
import org.coursewise.recommender.matrix.Top;
import org.coursewise.recommender.ranking.Ranker;
import org.coursewise.recommender.ranking.SourceOrder;
import org.coursewise.recommender.scoring.Features;
import org.coursewise.recommender.scoring.Scratch;

/** The candidates of some learners of a fold, kept to measure rankers that were trained on other folds. */
final class FoldLists {

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
        var list = new int[ListScores.PLACES];
        var top = new Top(ListScores.PLACES);
        for (int u = 0; u < size; u++) {
            var values = new double[candidates[u].length];
            ranker.score(features[u], Features.WIDTH, values.length, values);
            for (int k = 0; k < values.length; k++) {
                // a source that says nothing of a course does not recommend it
                if (values[k] > 0 || !(ranker instanceof SourceOrder)) {
                    top.offer(k, values[k]);
                }
            }
            int length = top.drain(list);
            for (int p = 0; p < length; p++) {
                list[p] = candidates[u][list[p]];
            }
            scores.add(list, length, wanted[u]);
        }
    }
}
