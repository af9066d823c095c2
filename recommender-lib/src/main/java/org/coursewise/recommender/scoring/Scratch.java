package org.coursewise.recommender.scoring;

import java.util.Arrays;
import org.coursewise.recommender.matrix.Top;

/**
 * The working memory of one scoring at a time, kept by a thread and used again and again. What a course's slots hold is
 * valid only if {@code marks[course] == epoch}, so nothing has to be cleared in between.
 */
public final class Scratch {

    static final int LARGEST_EASE = 5;
    static final int SECOND_EASE = 6;
    static final int EASE_LINKED = 7;
    static final int EASE_AGAINST = 8;
    static final int LARGEST_SIMILARITY = 9;
    static final int SECOND_SIMILARITY = 10;
    static final int SIMILARITY_SQUARES = 11;
    static final int LARGEST_CONFIDENCE = 12;
    static final int LARGEST_REVERSE = 13;
    static final int MISSED = 14;
    static final int LINKED = 15;
    static final int LARGEST_WALK = 16;
    static final int LARGEST_SEQUENCE = 17;
    static final int LARGEST_CONTENT = 18;
    static final int SLOTS = 19;

    /** The most candidates that one scoring gives. */
    static final int MOST_CANDIDATES = 256;

    /** For each course {@link #SLOTS} numbers side by side: sums by source first, then what else is gathered. */
    final float[] slots;

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
    final Top[] tops = new Top[Source.values().length];
    /** What a course must be above to be among the best of a source. */
    final float[] lowest = new float[Source.values().length];

    final long[] sorting = new long[MOST_CANDIDATES];
    final float[] sums = new float[MOST_CANDIDATES];
    final int[] drained = new int[MOST_CANDIDATES];
    final double[] ranking = new double[MOST_CANDIDATES];
    final int[] best = new int[MOST_CANDIDATES];
    int touchedCount;
    int candidateCount;
    int epoch;

    public Scratch(FittedSources sources) {
        int n = sources.courses();
        slots = new float[n * SLOTS];
        Arrays.setAll(tops, source -> new Top(CandidateScorer.RETRIEVED[source]));
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
        return marks[course] == epoch ? slots[course * SLOTS + source.position()] : 0;
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
        int at = course * SLOTS;
        for (int k = 0; k < SLOTS; k++) {
            slots[at + k] = 0;
        }
        slots[at + MISSED] = 1;
    }
}
