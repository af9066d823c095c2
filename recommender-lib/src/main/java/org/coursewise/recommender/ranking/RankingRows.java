package org.coursewise.recommender.ranking;

import java.util.Arrays;

/** What a ranker is trained on: rows of features, whether the candidate was taken, and what the row counts. */
public final class RankingRows {

    private final int width;
    private float[] features;
    private boolean[] labels;
    private float[] weights;
    private int size;

    public RankingRows(int width) {
        this.width = width;
        this.features = new float[width * 1024];
        this.labels = new boolean[1024];
        this.weights = new float[1024];
    }

    /** Adds a row that stands at a place among many. */
    public void add(float[] from, int row, boolean label, double weight) {
        if (size == labels.length) {
            features = Arrays.copyOf(features, features.length * 2);
            labels = Arrays.copyOf(labels, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
        }
        System.arraycopy(from, row * width, features, size * width, width);
        labels[size] = label;
        weights[size++] = (float) weight;
    }

    /** Adds all rows of another. */
    public void addAll(RankingRows other) {
        for (int r = 0; r < other.size; r++) {
            add(other.features, r, other.labels[r], other.weights[r]);
        }
    }

    public int width() {
        return width;
    }

    public int size() {
        return size;
    }

    public float feature(int row, int f) {
        return features[row * width + f];
    }

    public boolean label(int row) {
        return labels[row];
    }

    public float weight(int row) {
        return weights[row];
    }

    public int positives() {
        int positives = 0;
        for (int r = 0; r < size; r++) {
            positives += labels[r] ? 1 : 0;
        }
        return positives;
    }
}
