package org.coursewise.recommender.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The numbers that describe a candidate to a ranker; their order is part of the model format. */
public final class Features {

    /** The names, in order. */
    public static final List<String> NAMES = names();
    /** How many there are. */
    public static final int WIDTH = NAMES.size();

    private static final int EASE = Source.EASE.position();

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
                "largest content link",
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
                "ease less popularity",
                "second ease link",
                "ease linked share",
                "ease against",
                "second similarity",
                "similarity squares",
                "largest reverse confidence",
                "noisy or of confidences",
                "largest walk link",
                "largest sequence link",
                "ease usual",
                "ease of takers",
                "ease between usual and takers",
                "ease less tenth",
                "own courses' ease",
                "ease to own courses'",
                "topic chance",
                "topic chance to popularity",
                "topic 1/rank",
                "history's similarity",
                "largest similarity to own",
                "tenth ease to largest"));
        return List.copyOf(names);
    }

    /** Position of a source's raw score. */
    public static int rawScore(Source source) {
        return 3 * source.position();
    }

    /**
     * The positions of those that need no other sources than these, and of what is known without any: popularity, the
     * history's length, categories and makers.
     */
    public static int[] of(Set<Source> sources, boolean withTopics) {
        return IntStream.range(0, WIDTH)
                .filter(f -> Arrays.stream(Source.values())
                        .allMatch(source -> sources.contains(source) || !needs(NAMES.get(f), source)))
                .filter(f -> withTopics || !NAMES.get(f).startsWith("topic"))
                .toArray();
    }

    private static boolean needs(String name, Source source) {
        if (name.startsWith("blend")) {
            return true;
        }
        return switch (source) {
            case NEIGHBORS ->
                name.contains("neighbors")
                        || name.contains("similarity")
                        || name.contains("confidence")
                        || name.equals("share of history linked")
                        || name.endsWith("to own");
            case SEQUENCES -> name.contains("sequence");
            default -> name.contains(source.name().toLowerCase(Locale.ROOT));
        };
    }

    /** The positions of all. */
    public static int[] all() {
        return IntStream.range(0, WIDTH).toArray();
    }

    /** Position of the popularity. */
    public static int popularity() {
        return NAMES.indexOf("popularity");
    }

    /** Writes the features of every candidate. */
    void write(Scratch s, int[] history, int length, double totalWeight) {
        float usual = 0;
        float ownEase = 0;
        float ownSimilarity = 0;
        for (int k = 0; k < length; k++) {
            usual += logCounts[history[k]];
            // what the other courses of the history say of this one: how far the learner can be foreseen
            if (s.marks[history[k]] == s.epoch) {
                ownEase += s.sums[history[k] * Scratch.SUMS + EASE];
                ownSimilarity += s.slots[(s.candidateCount + k) * Scratch.SLOTS + Scratch.LARGEST_SIMILARITY];
            }
        }
        usual /= Math.max(1, length);
        ownEase /= Math.max(1, length);
        ownSimilarity /= Math.max(1, length);
        float logLength = (float) Math.log1p(length);
        for (int k = 0; k < s.candidateCount; k++) {
            writeOne(s, k, usual, logLength, totalWeight, ownEase, ownSimilarity);
        }
    }

    private void writeOne(
            Scratch s, int k, float usual, float logLength, double totalWeight, float ownEase, float ownSimilarity) {
        float[] f = s.features;
        int at = k * WIDTH;
        int c = s.candidates[k];
        if (s.marks[c] != s.epoch) {
            s.touch(c);
        }
        float[] slots = s.slots;
        int slot = k * Scratch.SLOTS;
        int sums = c * Scratch.SUMS;
        float blend = 0;
        float ranks = 0;
        for (int source = 0; source < s.largestScores.length; source++) {
            float raw = s.sums[sums + source];
            float relative = s.largestScores[source] > 0 ? raw / s.largestScores[source] : 0;
            f[at++] = raw;
            f[at++] = relative;
            f[at++] = s.reciprocalRanks[source][k];
            blend += relative;
            ranks += s.reciprocalRanks[source][k];
        }
        float linked = slots[slot + Scratch.LINKED];
        float ease = s.sums[sums + EASE];
        float similarity = s.sums[sums + Source.NEIGHBORS.position()];
        f[at++] = blend;
        f[at++] = ranks;
        f[at++] = slots[slot + Scratch.LARGEST_EASE];
        f[at++] = slots[slot + Scratch.LARGEST_SIMILARITY];
        f[at++] = slots[slot + Scratch.LARGEST_CONFIDENCE];
        f[at++] = slots[slot + Scratch.LARGEST_CONTENT];
        f[at++] = (float) (linked / totalWeight);
        f[at++] = linked > 0 ? similarity / linked : 0;
        f[at++] = slots[slot + Scratch.LAST_SIMILARITY];
        f[at++] = slots[slot + Scratch.LAST_SEQUENCE];
        f[at++] = logCounts[c];
        f[at++] = popularityRanks[c];
        f[at++] = logCounts[c] - usual;
        f[at++] = usual;
        f[at++] = logLength;
        f[at++] = sources.takerLength(c);
        f[at++] = sources.takerLength(c) - logLength;
        f[at++] = (float) (largest(s.categoryWeights, sources.categories().of(c)) / totalWeight);
        f[at++] = (float) (largest(s.makerWeights, sources.makers().of(c)) / totalWeight);
        f[at++] = s.largestScores[EASE];
        f[at++] = (float) Math.log(Math.max(1e-6, ease)) - logCounts[c];
        f[at++] = slots[slot + Scratch.SECOND_EASE];
        f[at++] = (float) (slots[slot + Scratch.EASE_LINKED] / totalWeight);
        f[at++] = slots[slot + Scratch.EASE_AGAINST];
        f[at++] = slots[slot + Scratch.SECOND_SIMILARITY];
        f[at++] = slots[slot + Scratch.SIMILARITY_SQUARES];
        f[at++] = slots[slot + Scratch.LARGEST_REVERSE];
        f[at++] = slots[slot + Scratch.MISSED];
        f[at++] = slots[slot + Scratch.LARGEST_WALK];
        f[at++] = slots[slot + Scratch.LARGEST_SEQUENCE];
        f[at++] = sources.usualScore(c);
        f[at++] = sources.takerScore(c);
        f[at++] = (ease - sources.usualScore(c)) / Math.max(0.01f, sources.takerScore(c) - sources.usualScore(c));
        f[at++] = ease - s.tenthScores[EASE];
        f[at++] = ownEase;
        f[at++] = ease / Math.max(0.01f, ownEase);
        f[at++] = s.topicChances[k];
        f[at++] = s.topicChances[k] * sources.learners() / (sources.count(c) + 1f);
        f[at++] = s.reciprocalRanks[s.largestScores.length][k];
        f[at++] = ownSimilarity;
        f[at++] = slots[slot + Scratch.LARGEST_SIMILARITY] / Math.max(0.01f, ownSimilarity);
        f[at] = s.tenthScores[EASE] / Math.max(0.001f, s.largestScores[EASE]);
    }

    private static float largest(float[] weights, int[] labels) {
        float largest = 0;
        for (int label : labels) {
            largest = Math.max(largest, weights[label]);
        }
        return largest;
    }
}
