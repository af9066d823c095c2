package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.List;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.BoostedTrees;

/** How good the lists of all folds become while trees are added. */
final class TreeCurve {

    /** After every so many trees it is measured. */
    static final int STEP = 10;
    /** What fewer trees may cost, relative to the best NDCG. */
    private static final double TOLERATED = 0.0005;
    /** After so many steps without a better one no better one is awaited. */
    private static final int PATIENCE = 8;

    private final List<FoldLists> lists;
    private final List<double[][]> values;
    private final List<Double> points = new ArrayList<>();
    private int best;

    TreeCurve(List<Fold> folds) {
        lists = folds.stream().map(Fold::lists).toList();
        values = lists.stream().map(FoldLists::values).toList();
    }

    /**
     * Measures the next trees.
     *
     * @param rankers for each fold the one that is measured on its lists, with a step more trees than before
     */
    void add(List<BoostedTrees> rankers, Workers workers) throws InterruptedException {
        int from = points.size() * STEP;
        double sum = 0;
        for (int f = 0; f < lists.size(); f++) {
            double ndcg = lists.get(f).add(rankers.get(f), from, from + STEP, values.get(f), workers);
            sum += ndcg * lists.get(f).size();
        }
        points.add(sum);
        if (sum > points.get(best)) {
            best = points.size() - 1;
        }
    }

    /** Whether the best lies so far back that more trees are not worth their time. */
    boolean isOver() {
        return points.size() - 1 - best >= PATIENCE;
    }

    /** The fewest trees that are about as good as any number of them. */
    int enough() {
        for (int point = 0; point < best; point++) {
            if (points.get(point) >= best() * (1 - TOLERATED)) {
                return (point + 1) * STEP;
            }
        }
        return (best + 1) * STEP;
    }

    /** The greatest sum of all lists' NDCG. */
    double best() {
        return points.get(best);
    }
}
