package org.coursewise.recommender.training;

import org.coursewise.recommender.candidates.Evidence;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;
import org.jspecify.annotations.Nullable;

/** Chooses what sources leave open by trying it on courses that were set aside. */
final class SourceTuning {

    private static final int LEARNERS = 6_000;
    private static final int MOST_STEPS = 8;
    static final double[] BETAS = {0.2, 0.4, 0.6, 0.8};
    private static final double[] DECAYS = {1, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.35, 0.2};

    private final Holdout holdout;
    private final Evidence evidence;
    private final TrainingListener listener;
    private final Workers workers;
    private int tried;

    SourceTuning(Holdout holdout, Evidence evidence, TrainingListener listener, Workers workers) {
        this.holdout = holdout;
        this.evidence = evidence;
        this.listener = listener;
        this.workers = workers;
    }

    SourceChoice choose() throws InterruptedException {
        var ease = chooseLambda();
        double beta = BETAS[0];
        double best = -1;
        for (double candidate : BETAS) {
            double ndcg = ndcg(SourceFitter.walk(candidate).fit(evidence, workers), ease.decay);
            tellTried();
            if (ndcg > best) {
                best = ndcg;
                beta = candidate;
            }
        }
        return new SourceChoice(ease.lambda, beta, ease.decay);
    }

    /** Doubles or halves λ as long as that helps, so that the choice never lies at the edge of what was tried. */
    private Tried chooseLambda() throws InterruptedException {
        double trace = 0;
        for (int c = 0; c < evidence.taken(); c++) {
            trace += evidence.weight(c);
        }
        double start = Math.max(1e-3, trace / Math.max(1, evidence.taken()) / 16);
        var best = tryLambda(start, null);
        for (double factor : new double[] {2, 0.5}) {
            boolean moved = false;
            for (int step = 0; step < MOST_STEPS; step++) {
                var next = tryLambda(best.lambda * factor, best);
                if (next.ndcg <= best.ndcg) {
                    break;
                }
                best = next;
                moved = true;
            }
            if (moved) {
                break;
            }
        }
        return best;
    }

    private Tried tryLambda(double lambda, @Nullable Tried near) throws InterruptedException {
        var links = SourceFitter.linear(evidence, lambda).fit(evidence, workers);
        tellTried();
        if (near != null || !evidence.timed()) {
            double decay = near == null ? 1 : near.decay;
            return new Tried(lambda, decay, ndcg(links, decay));
        }
        var best = new Tried(lambda, 1, -1);
        for (double decay : DECAYS) {
            double ndcg = ndcg(links, decay);
            if (ndcg > best.ndcg) {
                best = new Tried(lambda, decay, ndcg);
            }
        }
        return best;
    }

    /** Nobody knows how many tries there will be, so each is a part of what is left. */
    private void tellTried() {
        tried++;
        listener.progress("tuning", tried / (tried + 2.0));
    }

    private double ndcg(SparseRows links, double decay) throws InterruptedException {
        return LinkScores.ndcg(links, holdout, decay, LEARNERS, workers);
    }

    private record Tried(double lambda, double decay, double ndcg) {}
}
