package org.coursewise.worker;

import java.util.Arrays;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.evaluation.Bootstrap;
import org.coursewise.recommender.training.HeldOutTest;

/**
 * Two models on the same enrolments, which neither was trained on: the same learners with the same histories.
 *
 * @param with the version of the other model
 * @param ndcg NDCG@10 of the model
 * @param otherNdcg of the other one
 * @param low,high between which the mean of the differences, learner by learner, lies with 95 %
 */
record Comparison(String with, int learners, double ndcg, double otherNdcg, double low, double high) {

    private static final long SEED = 0;

    /**
     * @param trained what learners took before, as far as both models may know it
     * @param test what they took then
     */
    static Comparison of(Recommender model, String with, Recommender other, Dataset trained, Dataset test) {
        var ours = new HeldOutTest(model, trained, test).ndcg();
        var theirs = new HeldOutTest(other, trained, test).ndcg();
        var differences = new double[ours.length];
        for (var learner = 0; learner < ours.length; learner++) {
            differences[learner] = ours[learner] - theirs[learner];
        }
        var interval = Bootstrap.interval(differences, SEED);
        return new Comparison(with, ours.length, mean(ours), mean(theirs), interval.low(), interval.high());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
