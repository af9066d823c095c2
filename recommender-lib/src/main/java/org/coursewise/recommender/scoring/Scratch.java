package org.coursewise.recommender.scoring;

import java.util.Arrays;

/**
 * The working memory of one scoring at a time, kept by a thread and used again and again. What a course's slots hold is
 * valid only if {@code marks[course] == epoch}, so nothing has to be cleared in between.
 */
public final class Scratch {

    static final int LARGEST_EASE = 0;
    static final int SECOND_EASE = 1;
    static final int EASE_LINKED = 2;
    static final int EASE_AGAINST = 3;
    static final int LARGEST_SIMILARITY = 4;
    static final int SECOND_SIMILARITY = 5;
    static final int SIMILARITY_SQUARES = 6;
    static final int LARGEST_CONFIDENCE = 7;
    static final int LARGEST_REVERSE = 8;
    static final int MISSED = 9;
    static final int LINKED = 10;
    static final int LARGEST_WALK = 11;
    static final int LARGEST_SEQUENCE = 12;
    static final int LARGEST_CONTENT = 13;
    static final int LAST_SIMILARITY = 14;
    static final int LAST_SEQUENCE = 15;
    static final int SLOTS = 16;

    /** From one course to the next in {@link #sums}: a power of two above the number of sources. */
    static final int SUMS = 8;

    /** The most candidates that one scoring gives. */
    static final int MOST_CANDIDATES = 256;

    /** For each course what each source says of it, side by side in half a line of the processor's cache. */
    final float[] sums;
    /** For each candidate, and each course of the history after them, {@link #SLOTS} numbers side by side. */
    float[] slots = new float[2 * MOST_CANDIDATES * SLOTS];
    /** Where they begin, by course; -1 for those that have none. */
    final int[] slotOf;

    final int[] marks;
    final int[] takenMarks;
    final int[] chosenMarks;
    final int[] touched;
    final float[] mixture;
    final float[] nextMixture;
    final float[] topicChances = new float[MOST_CANDIDATES];
    final float[] categoryWeights;
    final float[] makerWeights;
    final int[] candidates = new int[MOST_CANDIDATES];
    final float[] features = new float[MOST_CANDIDATES * Features.WIDTH];
    final float[][] reciprocalRanks = new float[Source.values().length + 1][MOST_CANDIDATES];
    final float[] largestScores = new float[Source.values().length];
    final float[] tenthScores = new float[Source.values().length];
    final BestCourses[] bests = new BestCourses[Source.values().length];

    final long[] sorting = new long[MOST_CANDIDATES];
    final float[] ofCandidates = new float[MOST_CANDIDATES];
    final int[] drained = new int[MOST_CANDIDATES];
    final double[] ranking = new double[MOST_CANDIDATES];
    final int[] best = new int[MOST_CANDIDATES];
    int touchedCount;
    int candidateCount;
    int epoch;

    public Scratch(FittedSources sources) {
        int n = sources.courses();
        sums = new float[n * SUMS];
        slotOf = new int[n];
        Arrays.fill(slotOf, -1);
        Arrays.setAll(bests, source -> new BestCourses(CandidateScorer.RETRIEVED[source]));
        marks = new int[n];
        takenMarks = new int[n];
        chosenMarks = new int[n];
        touched = new int[n];
        mixture = new float[sources.topics().count()];
        nextMixture = new float[mixture.length];
        categoryWeights = new float[sources.categories().count()];
        makerWeights = new float[sources.makers().count()];
    }

    /** How many candidates the last scoring gave. */
    public int candidates() {
        return candidateCount;
    }

    /** The k-th candidate's course. */
    public int candidate(int k) {
        return candidates[k];
    }

    /** The features of all candidates, {@link Features#WIDTH} each. */
    public float[] features() {
        return features;
    }

    /** Room for one number a candidate. */
    public double[] ranking() {
        return ranking;
    }

    /** Room for the candidates in their order. */
    public int[] best() {
        return best;
    }

    /** The raw score of a course by a source after the last scoring, 0 when the source said nothing. */
    public float score(Source source, int course) {
        return marks[course] == epoch ? sums[course * SUMS + source.position()] : 0;
    }

    void begin() {
        if (++epoch == 0) {
            Arrays.fill(marks, 0);
            Arrays.fill(takenMarks, 0);
            Arrays.fill(chosenMarks, 0);
            epoch = 1;
        }
        touchedCount = 0;
        candidateCount = 0;
    }

    void touch(int course) {
        marks[course] = epoch;
        touched[touchedCount++] = course;
        int at = course * SUMS;
        for (int k = 0; k < SUMS; k++) {
            sums[at + k] = 0;
        }
    }

    /** Gives slots to the candidates, in their order, and to the history's courses. */
    void beginSlots(int[] history, int length) {
        int needed = (candidateCount + length) * SLOTS;
        if (slots.length < needed) {
            slots = new float[needed];
        }
        Arrays.fill(slots, 0, needed, 0);
        for (int k = 0; k < candidateCount; k++) {
            slotOf[candidates[k]] = k * SLOTS;
        }
        for (int k = 0; k < length; k++) {
            slotOf[history[k]] = (candidateCount + k) * SLOTS;
        }
        for (int at = MISSED; at < needed; at += SLOTS) {
            slots[at] = 1;
        }
    }

    void endSlots(int[] history, int length) {
        for (int k = 0; k < candidateCount; k++) {
            slotOf[candidates[k]] = -1;
        }
        for (int k = 0; k < length; k++) {
            slotOf[history[k]] = -1;
        }
    }
}
