package org.coursewise.recommender.scoring;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.coursewise.recommender.matrix.SparseRows;

/**
 * Scores a history: adds up the links of each source, takes the best courses of each as candidates, looks at the links of these
 * once more ({@link CandidateLinks}) and describes every candidate by its {@link Features}. Training and serving both go through here, so a ranker is served what it was
 * trained on. Immutable; each thread brings its own {@link Scratch}.
 */
public final class CandidateScorer {

    /** How many candidates each source gives. */
    static final int[] RETRIEVED = {80, 30, 30, 30, 10};

    private static final int RETRIEVED_POPULAR = 10;
    private static final int TOPICS = Source.values().length;

    private final FittedSources sources;
    private final Features features;
    private final CandidateLinks links;
    private final float[] ages;

    public CandidateScorer(FittedSources sources) {
        this.sources = sources;
        this.features = new Features(sources);
        links = new CandidateLinks(sources);
        ages = new float[256];
        for (int age = 0; age < ages.length; age++) {
            ages[age] = (float) Math.pow(sources.historyDecay(), age);
        }
    }

    public FittedSources sources() {
        return sources;
    }

    /**
     * Finds and describes candidates.
     *
     * @param history course numbers, the newest last
     * @param length how many entries of it count
     * @param eligible which courses may be candidates; those of the history never are
     * @param s receives candidates and features
     */
    public void score(int[] history, int length, IntPredicate eligible, Scratch s) {
        s.begin();
        double totalWeight = 0;
        for (int k = 0; k < length; k++) {
            int course = history[k];
            float weight = weight(length - 1 - k);
            totalWeight += weight;
            s.takenMarks[course] = s.epoch;
            addLabels(s.categoryWeights, sources.categories().of(course), weight);
            addLabels(s.makerWeights, sources.makers().of(course), weight);
            for (int source = 0; source < RETRIEVED.length; source++) {
                sum(s, source, course, weight);
            }
        }
        choose(s, eligible);
        rank(s, history, length);
        links.describe(s, history, length, last(history, length), this::weight);
        features.write(s, history, length, Math.max(1e-9, totalWeight));
        for (int k = 0; k < length; k++) {
            clearLabels(s.categoryWeights, sources.categories().of(history[k]));
            clearLabels(s.makerWeights, sources.makers().of(history[k]));
        }
    }

    /** The newest course; where the training knew no order, the one with the highest number, which is the rarest. */
    private int last(int[] history, int length) {
        if (!sources.links(Source.SEQUENCES).isEmpty()) {
            return length == 0 ? -1 : history[length - 1];
        }
        int last = -1;
        for (int k = 0; k < length; k++) {
            last = Math.max(last, history[k]);
        }
        return last;
    }

    /** What a course of the history counts that so many others came after. */
    public float weight(int age) {
        return ages[Math.min(age, ages.length - 1)];
    }

    /** What all courses need, and nothing more: most of them are no candidates. */
    private void sum(Scratch s, int source, int course, float weight) {
        SparseRows rows = sources.links(Source.at(source));
        int[] columns = rows.columns();
        float[] values = rows.values();
        float[] sums = s.sums;
        int end = rows.starts()[course + 1];
        for (int k = rows.starts()[course]; k < end; k++) {
            int to = columns[k];
            if (s.marks[to] != s.epoch) {
                s.touch(to);
            }
            sums[to * Scratch.SUMS + source] += weight * values[k];
        }
    }

    private void choose(Scratch s, IntPredicate eligible) {
        for (int t = 0; t < s.touchedCount; t++) {
            int course = s.touched[t];
            if (s.takenMarks[course] == s.epoch || !eligible.test(course)) {
                continue;
            }
            int at = course * Scratch.SUMS;
            for (int source = 0; source < RETRIEVED.length; source++) {
                float score = s.sums[at + source];
                if (score > 0) {
                    s.bests[source].offer(course, score);
                }
            }
        }
        for (int source = 0; source < RETRIEVED.length; source++) {
            int found = s.bests[source].drain(s.drained);
            s.largestScores[source] = found == 0 ? 0 : s.sums[s.drained[0] * Scratch.SUMS + source];
            s.tenthScores[source] = found < 10 ? 0 : s.sums[s.drained[9] * Scratch.SUMS + source];
            for (int k = 0; k < found; k++) {
                choose(s, s.drained[k]);
            }
        }
        for (int place = 0, found = 0; place < sources.courses() && found < RETRIEVED_POPULAR; place++) {
            int course = sources.popular(place);
            if (s.takenMarks[course] != s.epoch && eligible.test(course)) {
                found++;
                choose(s, course);
            }
        }
    }

    private static void choose(Scratch s, int course) {
        if (s.chosenMarks[course] != s.epoch && s.candidateCount < Scratch.MOST_CANDIDATES) {
            s.chosenMarks[course] = s.epoch;
            s.candidates[s.candidateCount++] = course;
        }
    }

    /** One over the place of each candidate in the order of each source, 0 where the source says nothing. */
    private void rank(Scratch s, int[] history, int length) {
        for (int source = 0; source < RETRIEVED.length; source++) {
            for (int k = 0; k < s.candidateCount; k++) {
                int course = s.candidates[k];
                s.ofCandidates[k] = s.marks[course] == s.epoch ? s.sums[course * Scratch.SUMS + source] : 0;
            }
            rank(s, s.ofCandidates, s.reciprocalRanks[source]);
        }
        sources.topics().mixture(history, length, s.mixture, s.nextMixture);
        for (int k = 0; k < s.candidateCount; k++) {
            s.topicChances[k] = sources.topics().chance(s.mixture, s.candidates[k]);
        }
        rank(s, s.topicChances, s.reciprocalRanks[TOPICS]);
    }

    private static void rank(Scratch s, float[] scores, float[] ranks) {
        int scored = 0;
        for (int k = 0; k < s.candidateCount; k++) {
            ranks[k] = 0;
            if (scores[k] > 0) {
                // positive floats sort like their bits; the complement puts the highest first
                s.sorting[scored++] = ((long) ~Float.floatToRawIntBits(scores[k]) << 32) | k;
            }
        }
        Arrays.sort(s.sorting, 0, scored);
        for (int place = 0; place < scored; place++) {
            ranks[(int) s.sorting[place]] = 1f / (place + 1);
        }
    }

    private static void addLabels(float[] weights, int[] labels, float weight) {
        for (int label : labels) {
            weights[label] += weight;
        }
    }

    private static void clearLabels(float[] weights, int[] labels) {
        for (int label : labels) {
            weights[label] = 0;
        }
    }
}
