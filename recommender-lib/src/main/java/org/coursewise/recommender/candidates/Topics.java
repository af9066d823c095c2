package org.coursewise.recommender.candidates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.matrix.Workers;

/**
 * Matrix factorisation by probabilistic latent semantic analysis (T. Hofmann, "Latent semantic models for collaborative
 * filtering", ACM TOIS 22(1), 2004): every learner u is a mixture of topics, every topic z a distribution of courses,
 *
 * <pre>
 * P(c | u) = Σ_z P(z | u) P(c | z)
 * </pre>
 *
 * fitted by expectation and maximisation. It is the one view that is not a sum over the courses of a history: the
 * mixture of a learner, known or new, is found from the whole history by a few such steps. Immutable.
 */
public final class Topics {

    /** The steps by which the mixture of a history is found, in training as in serving. */
    private static final int FOLD_IN = 4;

    private static final int ROUNDS = 25;
    private static final int PARTS = 16;
    /** Courses in a learner's mixture, and learners in a course's topics, that nobody saw. */
    private static final float PRIOR = 0.05f;

    private final int count;
    private final float[] chances;
    private final float[] shares;

    /**
     * Takes the arrays as they are.
     *
     * @param count how many topics
     * @param chances for course c and topic z, P(c | z) at {@code c * count + z}
     * @param shares P(z)
     */
    public Topics(int count, float[] chances, float[] shares) {
        if (count < 1 || chances.length % count != 0 || shares.length != count) {
            throw new IllegalArgumentException("The topics' arrays do not fit together");
        }
        this.count = count;
        this.chances = chances;
        this.shares = shares;
    }

    /** Fits; the same for any number of threads. */
    public static Topics fit(Histories histories, int count, long seed, Workers workers) throws InterruptedException {
        int n = histories.courseCount();
        int learners = histories.learners();
        var random = new SplittableRandom(seed);
        var chances = new float[n * count];
        for (int k = 0; k < chances.length; k++) {
            chances[k] = (float) (0.5 + random.nextDouble());
        }
        var shares = new float[count];
        Arrays.fill(shares, 1f / count);
        int[] counts = histories.counts();
        for (int c = 0; c < n; c++) {
            for (int z = 0; z < count; z++) {
                chances[c * count + z] *= counts[c] + PRIOR;
            }
        }
        normalize(chances, count);
        var mixtures = new float[learners * count];
        for (int k = 0; k < mixtures.length; k++) {
            mixtures[k] = (float) (1 + random.nextDouble());
        }
        for (int round = 0; round < ROUNDS; round++) {
            var model = chances;
            var tasks = new ArrayList<Callable<float[]>>();
            for (int part = 0; part < PARTS; part++) {
                int from = (int) ((long) learners * part / PARTS);
                int to = (int) ((long) learners * (part + 1) / PARTS);
                tasks.add(() -> expect(histories, from, to, count, model, mixtures));
            }
            var next = new float[n * count];
            Arrays.fill(next, PRIOR / n);
            for (var sums : workers.all(tasks)) {
                for (int k = 0; k < next.length; k++) {
                    next[k] += sums[k];
                }
            }
            Arrays.fill(shares, 0);
            for (int k = 0; k < next.length; k++) {
                shares[k % count] += next[k];
            }
            float total = 0;
            for (float share : shares) {
                total += share;
            }
            for (int z = 0; z < count; z++) {
                shares[z] /= total;
            }
            normalize(next, count);
            chances = next;
        }
        return new Topics(count, chances, shares);
    }

    private static float[] expect(Histories histories, int from, int to, int count, float[] chances, float[] mixtures) {
        var sums = new float[chances.length];
        var old = new float[count];
        var posterior = new float[count];
        for (int u = from; u < to; u++) {
            int at = u * count;
            System.arraycopy(mixtures, at, old, 0, count);
            Arrays.fill(mixtures, at, at + count, PRIOR);
            for (int k = 0; k < histories.length(u); k++) {
                int row = histories.course(u, k) * count;
                float sum = 1e-30f;
                for (int z = 0; z < count; z++) {
                    posterior[z] = old[z] * chances[row + z];
                    sum += posterior[z];
                }
                float scale = 1 / sum;
                for (int z = 0; z < count; z++) {
                    float share = posterior[z] * scale;
                    mixtures[at + z] += share;
                    sums[row + z] += share;
                }
            }
        }
        return sums;
    }

    private static void normalize(float[] chances, int count) {
        var sums = new double[count];
        for (int k = 0; k < chances.length; k++) {
            sums[k % count] += chances[k];
        }
        for (int k = 0; k < chances.length; k++) {
            chances[k] /= (float) sums[k % count];
        }
    }

    public int count() {
        return count;
    }

    public float[] chances() {
        return chances;
    }

    public float[] shares() {
        return shares;
    }

    /** Writes the mixture of a history. */
    public void mixture(int[] history, int length, float[] mixture, float[] next) {
        System.arraycopy(shares, 0, mixture, 0, count);
        for (int step = 0; step < FOLD_IN; step++) {
            for (int z = 0; z < count; z++) {
                next[z] = PRIOR;
            }
            float total = PRIOR * count + length;
            for (int k = 0; k < length; k++) {
                int row = history[k] * count;
                float sum = 1e-30f;
                for (int z = 0; z < count; z++) {
                    sum += mixture[z] * chances[row + z];
                }
                float scale = 1 / sum;
                for (int z = 0; z < count; z++) {
                    next[z] += mixture[z] * chances[row + z] * scale;
                }
            }
            for (int z = 0; z < count; z++) {
                mixture[z] = next[z] / total;
            }
        }
    }

    /** The chance of a course under a mixture. */
    public float chance(float[] mixture, int course) {
        int row = course * count;
        float sum = 0;
        for (int z = 0; z < count; z++) {
            sum += mixture[z] * chances[row + z];
        }
        return sum;
    }
}
