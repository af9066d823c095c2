package org.coursewise.recommender.scoring;

import java.util.Arrays;

/**
 * The working memory of one scoring at a time, kept by a thread and used again and again. What a course's slots hold is
 * valid only if {@code marks[course] == epoch}, so nothing has to be cleared in between.
 */
public final class Scratch {

    /** The most candidates that one scoring gives. */
    static final int MOST_CANDIDATES = 256;

    final float[][] scores;
    final float[] largestEase;
    final float[] largestSimilarity;
    final float[] largestConfidence;
    final float[] largestContent;
    final float[] linkedShare;
    final int[] marks;
    final int[] takenMarks;
    final int[] chosenMarks;
    final int[] touched;
    final float[] categoryWeights;
    final float[] makerWeights;
    final int[] candidates = new int[MOST_CANDIDATES];
    final float[] features = new float[MOST_CANDIDATES * Features.WIDTH];
    final float[][] reciprocalRanks = new float[Source.values().length][MOST_CANDIDATES];
    final float[] largestScores = new float[Source.values().length];
    final long[] sorting = new long[MOST_CANDIDATES];
    final int[] drained = new int[MOST_CANDIDATES];
    final double[] ranking = new double[MOST_CANDIDATES];
    int touchedCount;
    int candidateCount;
    int epoch;

    public Scratch(FittedSources sources) {
        int n = sources.courses();
        scores = new float[Source.values().length][n];
        largestEase = new float[n];
        largestSimilarity = new float[n];
        largestConfidence = new float[n];
        largestContent = new float[n];
        linkedShare = new float[n];
        marks = new int[n];
        takenMarks = new int[n];
        chosenMarks = new int[n];
        touched = new int[n];
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

    /** The raw score of a course by a source after the last scoring, 0 when the source said nothing. */
    public float score(Source source, int course) {
        return marks[course] == epoch ? scores[source.position()][course] : 0;
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
        for (float[] score : scores) {
            score[course] = 0;
        }
        largestEase[course] = 0;
        largestSimilarity[course] = 0;
        largestConfidence[course] = 0;
        largestContent[course] = 0;
        linkedShare[course] = 0;
    }
}
