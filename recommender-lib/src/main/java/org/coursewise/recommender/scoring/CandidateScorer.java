package org.coursewise.recommender.scoring;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Top;

/**
 * Scores a history: adds up the links of each source, takes the best courses of each as candidates and describes every
 * candidate by its {@link Features}. Training and serving both go through here, so a ranker is served what it was
 * trained on. Immutable; each thread brings its own {@link Scratch}.
 */
public final class CandidateScorer {

    private static final int[] RETRIEVED = {80, 30, 30, 30, 10};
    private static final int RETRIEVED_POPULAR = 10;

    private final FittedSources sources;
    private final Features features;
    private final float[] confidences;
    private final float[] ages;

    public CandidateScorer(FittedSources sources) {
        this.sources = sources;
        this.features = new Features(sources);
        confidences = new float[sources.courses()];
        for (int c = 0; c < confidences.length; c++) {
            confidences[c] = (float) Math.sqrt(Math.max(1, sources.count(c)));
        }
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
            addEase(s, course, weight);
            addNeighbors(s, course, weight);
            add(s, Source.WALK, course, weight);
            add(s, Source.SEQUENCES, course, weight);
            addContent(s, course, weight);
        }
        choose(s, eligible);
        rank(s);
        features.write(s, history, length, Math.max(1e-9, totalWeight));
        for (int k = 0; k < length; k++) {
            clearLabels(s.categoryWeights, sources.categories().of(history[k]));
            clearLabels(s.makerWeights, sources.makers().of(history[k]));
        }
    }

    /** What a course of the history counts that so many others came after. */
    public float weight(int age) {
        return ages[Math.min(age, ages.length - 1)];
    }

    private void addEase(Scratch s, int course, float weight) {
        var links = sources.links(Source.EASE);
        float[] scores = s.scores[Source.EASE.position()];
        int end = links.starts()[course + 1];
        for (int k = links.starts()[course]; k < end; k++) {
            int to = links.columns()[k];
            if (s.marks[to] != s.epoch) {
                s.touch(to);
            }
            float value = weight * links.values()[k];
            scores[to] += value;
            s.largestEase[to] = Math.max(s.largestEase[to], value);
        }
    }

    private void addNeighbors(Scratch s, int course, float weight) {
        var links = sources.links(Source.NEIGHBORS);
        float[] scores = s.scores[Source.NEIGHBORS.position()];
        int end = links.starts()[course + 1];
        for (int k = links.starts()[course]; k < end; k++) {
            int to = links.columns()[k];
            if (s.marks[to] != s.epoch) {
                s.touch(to);
            }
            float cosine = links.values()[k];
            float value = weight * cosine;
            scores[to] += value;
            s.largestSimilarity[to] = Math.max(s.largestSimilarity[to], value);
            // cosine = c_ij / √(c_i c_j), so the share of those who took i that took j is
            float confidence = cosine * confidences[to] / confidences[course];
            s.largestConfidence[to] = Math.max(s.largestConfidence[to], confidence);
            s.linkedShare[to] += weight;
        }
    }

    private void addContent(Scratch s, int course, float weight) {
        var links = sources.links(Source.CONTENT);
        float[] scores = s.scores[Source.CONTENT.position()];
        int end = links.starts()[course + 1];
        for (int k = links.starts()[course]; k < end; k++) {
            int to = links.columns()[k];
            if (s.marks[to] != s.epoch) {
                s.touch(to);
            }
            float value = weight * links.values()[k];
            scores[to] += value;
            s.largestContent[to] = Math.max(s.largestContent[to], value);
        }
    }

    private void add(Scratch s, Source source, int course, float weight) {
        SparseRows links = sources.links(source);
        float[] scores = s.scores[source.position()];
        int end = links.starts()[course + 1];
        for (int k = links.starts()[course]; k < end; k++) {
            int to = links.columns()[k];
            if (s.marks[to] != s.epoch) {
                s.touch(to);
            }
            scores[to] += weight * links.values()[k];
        }
    }

    private void choose(Scratch s, IntPredicate eligible) {
        int open = 0;
        for (int t = 0; t < s.touchedCount; t++) {
            int course = s.touched[t];
            if (s.takenMarks[course] != s.epoch && eligible.test(course)) {
                s.touched[open++] = course;
            }
        }
        s.touchedCount = open;
        for (int source = 0; source < s.scores.length; source++) {
            var top = new Top(RETRIEVED[source]);
            float[] scores = s.scores[source];
            for (int t = 0; t < open; t++) {
                int course = s.touched[t];
                if (scores[course] > 0) {
                    top.offer(course, scores[course]);
                }
            }
            int found = top.drain(s.drained);
            s.largestScores[source] = found == 0 ? 0 : scores[s.drained[0]];
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
    private static void rank(Scratch s) {
        for (int source = 0; source < s.scores.length; source++) {
            float[] scores = s.scores[source];
            float[] ranks = s.reciprocalRanks[source];
            int scored = 0;
            for (int k = 0; k < s.candidateCount; k++) {
                int course = s.candidates[k];
                ranks[k] = 0;
                if (s.marks[course] == s.epoch && scores[course] > 0) {
                    // positive floats sort like their bits; the complement puts the highest first
                    s.sorting[scored++] = ((long) ~Float.floatToRawIntBits(scores[course]) << 32) | k;
                }
            }
            Arrays.sort(s.sorting, 0, scored);
            for (int place = 0; place < scored; place++) {
                ranks[(int) s.sorting[place]] = 1f / (place + 1);
            }
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
