package org.coursewise.recommender.scoring;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.coursewise.recommender.matrix.SparseRows;

/**
 * Scores a history: adds up the links of each source, takes the best courses of each as candidates and describes every
 * candidate by its {@link Features}. Training and serving both go through here, so a ranker is served what it was
 * trained on. Immutable; each thread brings its own {@link Scratch}.
 */
public final class CandidateScorer {

    /** How many candidates each source gives. */
    static final int[] RETRIEVED = {80, 30, 30, 30, 10};

    private static final int RETRIEVED_POPULAR = 10;
    private static final int EASE = Source.EASE.position();
    private static final int NEIGHBORS = Source.NEIGHBORS.position();
    private static final int TOPICS = Source.values().length;

    private final FittedSources sources;
    private final Features features;
    /** √c of each course, and one over it. */
    private final float[] roots;

    private final float[] inverses;
    private final float[] ages;

    public CandidateScorer(FittedSources sources) {
        this.sources = sources;
        this.features = new Features(sources);
        roots = new float[sources.courses()];
        inverses = new float[roots.length];
        for (int c = 0; c < roots.length; c++) {
            roots[c] = (float) Math.sqrt(Math.max(1, sources.count(c)));
            inverses[c] = 1 / roots[c];
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
            add(s, Source.WALK, Scratch.LARGEST_WALK, course, weight);
            add(s, Source.SEQUENCES, Scratch.LARGEST_SEQUENCE, course, weight);
            add(s, Source.CONTENT, Scratch.LARGEST_CONTENT, course, weight);
        }
        choose(s, eligible);
        rank(s, history, length);
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
        float[] slots = s.slots;
        int end = links.starts()[course + 1];
        for (int k = links.starts()[course]; k < end; k++) {
            int at = slot(s, links.columns()[k]);
            float value = weight * links.values()[k];
            slots[at + EASE] += value;
            if (value > slots[at + Scratch.SECOND_EASE]) {
                float largest = slots[at + Scratch.LARGEST_EASE];
                slots[at + Scratch.SECOND_EASE] = Math.min(value, largest);
                slots[at + Scratch.LARGEST_EASE] = Math.max(value, largest);
            }
            if (value > 0) {
                slots[at + Scratch.EASE_LINKED] += weight;
            } else {
                slots[at + Scratch.EASE_AGAINST] += value;
            }
        }
    }

    private void addNeighbors(Scratch s, int course, float weight) {
        var links = sources.links(Source.NEIGHBORS);
        float own = roots[course];
        float ownInverse = inverses[course];
        float[] slots = s.slots;
        int end = links.starts()[course + 1];
        for (int k = links.starts()[course]; k < end; k++) {
            int to = links.columns()[k];
            int at = slot(s, to);
            float cosine = links.values()[k];
            float value = weight * cosine;
            slots[at + NEIGHBORS] += value;
            slots[at + Scratch.SIMILARITY_SQUARES] += value * cosine;
            if (value > slots[at + Scratch.SECOND_SIMILARITY]) {
                float largest = slots[at + Scratch.LARGEST_SIMILARITY];
                slots[at + Scratch.SECOND_SIMILARITY] = Math.min(value, largest);
                slots[at + Scratch.LARGEST_SIMILARITY] = Math.max(value, largest);
            }
            // cosine = c_ij / √(c_i c_j), so the share of those who took i that took j, and the other way round
            float confidence = cosine * roots[to] * ownInverse;
            float reverse = cosine * own * inverses[to];
            slots[at + Scratch.LARGEST_CONFIDENCE] = Math.max(slots[at + Scratch.LARGEST_CONFIDENCE], confidence);
            slots[at + Scratch.LARGEST_REVERSE] = Math.max(slots[at + Scratch.LARGEST_REVERSE], reverse);
            slots[at + Scratch.MISSED] *= 1 - weight * Math.min(1, confidence);
            slots[at + Scratch.LINKED] += weight;
        }
    }

    private void add(Scratch s, Source source, int largest, int course, float weight) {
        SparseRows links = sources.links(source);
        float[] slots = s.slots;
        int end = links.starts()[course + 1];
        for (int k = links.starts()[course]; k < end; k++) {
            int at = slot(s, links.columns()[k]);
            float value = weight * links.values()[k];
            slots[at + source.position()] += value;
            slots[at + largest] = Math.max(slots[at + largest], value);
        }
    }

    private static int slot(Scratch s, int course) {
        if (s.marks[course] != s.epoch) {
            s.touch(course);
        }
        return course * Scratch.SLOTS;
    }

    private void choose(Scratch s, IntPredicate eligible) {
        float[] slots = s.slots;
        for (int t = 0; t < s.touchedCount; t++) {
            int course = s.touched[t];
            if (s.takenMarks[course] == s.epoch || !eligible.test(course)) {
                continue;
            }
            int at = course * Scratch.SLOTS;
            for (int source = 0; source < RETRIEVED.length; source++) {
                float score = slots[at + source];
                if (score > 0 && score >= s.lowest[source]) {
                    s.tops[source].offer(course, score);
                    s.lowest[source] = s.tops[source].lowest();
                }
            }
        }
        for (int source = 0; source < RETRIEVED.length; source++) {
            int found = s.tops[source].drain(s.drained);
            s.largestScores[source] = found == 0 ? 0 : slots[s.drained[0] * Scratch.SLOTS + source];
            s.tenthScores[source] = found < 10 ? 0 : slots[s.drained[9] * Scratch.SLOTS + source];
            s.lowest[source] = 0;
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
                s.sums[k] = s.marks[course] == s.epoch ? s.slots[course * Scratch.SLOTS + source] : 0;
            }
            rank(s, s.sums, s.reciprocalRanks[source]);
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
