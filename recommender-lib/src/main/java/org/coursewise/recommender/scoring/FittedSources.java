package org.coursewise.recommender.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.coursewise.recommender.candidates.Topics;
import org.coursewise.recommender.matrix.SparseRows;

/**
 * Everything that was learned of courses: the links of each source and a few numbers a course. Immutable; all arrays
 * have one entry a course.
 */
public final class FittedSources {

    private final List<SparseRows> links;
    private final int learners;
    private final int[] counts;
    private final int[] popular;
    private final float[] takerLengths;
    private final float[] usualScores;
    private final float[] takerScores;
    private final Topics topics;
    private final CourseLabels categories;
    private final CourseLabels makers;
    private final double historyDecay;

    /**
     * @param links one matrix a {@link Source}, in its order
     * @param learners how many learners there were
     * @param counts how many of them took each course
     * @param takerLengths the mean, over those who took the course, of the logarithm of the length of their history
     * @param usualScores what EASE says of each course to a learner on average
     * @param takerScores what it says to those who took it
     * @param topics the mixtures of topics
     * @param categories what courses are about
     * @param makers who gives them: instructors and organizations
     * @param historyDecay what a course in a history counts relative to the one taken next, 1 where there are no times
     */
    public FittedSources(
            List<SparseRows> links,
            int learners,
            int[] counts,
            float[] takerLengths,
            float[] usualScores,
            float[] takerScores,
            Topics topics,
            CourseLabels categories,
            CourseLabels makers,
            double historyDecay) {
        if (links.size() != Source.values().length) {
            throw new IllegalArgumentException("There must be links of each source");
        }
        for (var rows : links) {
            if (rows.rows() != counts.length) {
                throw new IllegalArgumentException("There must be a row for each course");
            }
        }
        if (takerLengths.length != counts.length
                || usualScores.length != counts.length
                || takerScores.length != counts.length
                || topics.chances().length != counts.length * topics.count()
                || categories.courses() != counts.length
                || makers.courses() != counts.length) {
            throw new IllegalArgumentException("There must be one value for each course");
        }
        this.links = new ArrayList<>(links);
        this.learners = learners;
        this.counts = counts;
        this.popular = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer c) -> -counts[c]).thenComparing(c -> c))
                .mapToInt(c -> c)
                .toArray();
        this.takerLengths = takerLengths;
        this.usualScores = usualScores;
        this.takerScores = takerScores;
        this.topics = topics;
        this.categories = categories;
        this.makers = makers;
        this.historyDecay = historyDecay;
    }

    public SparseRows links(Source source) {
        return links.get(source.position());
    }

    public int courses() {
        return counts.length;
    }

    public int learners() {
        return learners;
    }

    public int count(int course) {
        return counts[course];
    }

    /** The course at a place, from 0, in the order of popularity. */
    public int popular(int place) {
        return popular[place];
    }

    public float takerLength(int course) {
        return takerLengths[course];
    }

    public float usualScore(int course) {
        return usualScores[course];
    }

    public float takerScore(int course) {
        return takerScores[course];
    }

    public Topics topics() {
        return topics;
    }

    public CourseLabels categories() {
        return categories;
    }

    public CourseLabels makers() {
        return makers;
    }

    public double historyDecay() {
        return historyDecay;
    }
}
