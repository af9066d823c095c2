package org.coursewise.recommender.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbers that describe a candidate to a ranker; their order is part of the model format. */
public final class Features {

    /** The names, in order. */
    public static final List<String> NAMES = names();
    /** How many there are. */
    public static final int WIDTH = NAMES.size();

    private final FittedSources sources;
    private final float[] logCounts;
    private final float[] popularityRanks;

    Features(FittedSources sources) {
        this.sources = sources;
        int n = sources.courses();
        logCounts = new float[n];
        popularityRanks = new float[n];
        for (int c = 0; c < n; c++) {
            logCounts[c] = (float) Math.log1p(sources.count(c));
            popularityRanks[sources.popular(c)] = (float) Math.log1p(c);
        }
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        for (var source : Source.values()) {
            var name = source.name().toLowerCase(Locale.ROOT);
            names.add(name);
            names.add(name + "/largest");
            names.add(name + " 1/rank");
        }
        names.addAll(List.of(
                "blend",
                "blended ranks",
                "largest ease link",
                "largest similarity",
                "largest confidence",
                "largest content similarity",
                "share of history linked",
                "similarity per link",
                "last course's similarity",
                "last course's sequence link",
                "popularity",
                "popularity rank",
                "popularity less usual",
                "usual popularity",
                "history length",
                "takers' history length",
                "takers' history length less own",
                "share of history in category",
                "share of history by maker",
                "largest ease",
                "ease less popularity"));
        return List.copyOf(names);
    }

    /** Position of a source's raw score. */
    public static int rawScore(Source source) {
        return 3 * source.position();
    }

    /** Position of the popularity. */
    public static int popularity() {
        return NAMES.indexOf("popularity");
    }

    /** Writes the features of every candidate. */
    void write(Scratch s, int[] history, int length, double totalWeight) {
        float usual = 0;
        for (int k = 0; k < length; k++) {
            usual += logCounts[history[k]];
        }
        usual /= Math.max(1, length);
        float logLength = (float) Math.log1p(length);
        int last = length == 0 ? -1 : history[length - 1];
        for (int k = 0; k < s.candidateCount; k++) {
            writeOne(s, k, usual, logLength, last, totalWeight);
        }
    }

    private void writeOne(Scratch s, int k, float usual, float logLength, int last, double totalWeight) {
        float[] f = s.features;
        int at = k * WIDTH;
        int c = s.candidates[k];
        boolean scored = s.marks[c] == s.epoch;
        float blend = 0;
        float ranks = 0;
        for (int source = 0; source < s.scores.length; source++) {
            float raw = scored ? s.scores[source][c] : 0;
            float relative = s.largestScores[source] > 0 ? raw / s.largestScores[source] : 0;
            f[at++] = raw;
            f[at++] = relative;
            f[at++] = s.reciprocalRanks[source][k];
            blend += relative;
            ranks += s.reciprocalRanks[source][k];
        }
        float linked = scored ? s.linkedShare[c] : 0;
        float ease = scored ? s.scores[Source.EASE.position()][c] : 0;
        float similarity = scored ? s.scores[Source.NEIGHBORS.position()][c] : 0;
        f[at++] = blend;
        f[at++] = ranks;
        f[at++] = scored ? s.largestEase[c] : 0;
        f[at++] = scored ? s.largestSimilarity[c] : 0;
        f[at++] = scored ? s.largestConfidence[c] : 0;
        f[at++] = scored ? s.largestContent[c] : 0;
        f[at++] = (float) (linked / totalWeight);
        f[at++] = linked > 0 ? similarity / linked : 0;
        f[at++] = last < 0 ? 0 : sources.links(Source.NEIGHBORS).get(last, c);
        f[at++] = last < 0 ? 0 : sources.links(Source.SEQUENCES).get(last, c);
        f[at++] = logCounts[c];
        f[at++] = popularityRanks[c];
        f[at++] = logCounts[c] - usual;
        f[at++] = usual;
        f[at++] = logLength;
        f[at++] = sources.takerLength(c);
        f[at++] = sources.takerLength(c) - logLength;
        f[at++] = (float) (largest(s.categoryWeights, sources.categories().of(c)) / totalWeight);
        f[at++] = (float) (largest(s.makerWeights, sources.makers().of(c)) / totalWeight);
        f[at++] = s.largestScores[Source.EASE.position()];
        f[at] = (float) Math.log(Math.max(1e-6, ease)) - logCounts[c];
    }

    private static float largest(float[] weights, int[] labels) {
        float largest = 0;
        for (int label : labels) {
            largest = Math.max(largest, weights[label]);
        }
        return largest;
    }
}
