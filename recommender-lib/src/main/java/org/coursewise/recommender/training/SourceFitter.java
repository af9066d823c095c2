package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.List;
import org.coursewise.recommender.candidates.CandidateSource;
import org.coursewise.recommender.candidates.Content;
import org.coursewise.recommender.candidates.Ease;
import org.coursewise.recommender.candidates.Evidence;
import org.coursewise.recommender.candidates.NeighborhoodSlim;
import org.coursewise.recommender.candidates.Neighbors;
import org.coursewise.recommender.candidates.RandomWalk;
import org.coursewise.recommender.candidates.Sequences;
import org.coursewise.recommender.candidates.Topics;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.scoring.CourseLabels;
import org.coursewise.recommender.scoring.FittedSources;
import org.coursewise.recommender.scoring.Source;

/** Fits every source to histories. What does not depend on them, the content, is fitted once. */
final class SourceFitter {

    static final int EASE_LINKS = 400;
    static final int LINKS = 200;
    private static final int SLIM_NEIGHBORS = 100;
    private static final int CONTENT_LINKS = 60;
    private static final int TOPICS = 48;
    private static final double SEQUENCE_DECAY = 0.8;
    private static final double SEQUENCE_REVERSE = 0.6;

    private final Workers workers;
    private final SparseRows content;
    private final CourseLabels categories;
    private final CourseLabels makers;

    SourceFitter(List<Course> courses, Workers workers) throws InterruptedException {
        this.workers = workers;
        this.content = new Content(courses, CONTENT_LINKS).fit(workers);
        this.categories = CourseLabels.of(courses, Course::categories);
        this.makers = CourseLabels.of(courses, SourceFitter::makers);
    }

    FittedSources fit(Evidence evidence, SourceChoice choice) throws InterruptedException {
        var links = new ArrayList<SparseRows>();
        for (var source : Source.values()) {
            links.add(links(source, evidence, choice));
        }
        var histories = evidence.histories();
        return new FittedSources(
                links,
                histories.learners(),
                histories.counts(),
                takerLengths(histories),
                usualScores(links.get(0), histories),
                takerScores(links.get(0), evidence),
                Topics.fit(histories, TOPICS, 1, workers),
                categories,
                makers,
                choice.historyDecay());
    }

    /** A line for each source. */
    private SparseRows links(Source source, Evidence evidence, SourceChoice choice) throws InterruptedException {
        return switch (source) {
            case EASE -> linear(evidence, choice.easeLambda()).fit(evidence, workers);
            case NEIGHBORS -> new Neighbors(LINKS).fit(evidence, workers);
            case WALK -> new RandomWalk(choice.walkBeta(), LINKS).fit(evidence, workers);
            case SEQUENCES -> new Sequences(SEQUENCE_DECAY, SEQUENCE_REVERSE, LINKS).fit(evidence, workers);
            case CONTENT -> content;
        };
    }

    private static List<String> makers(Course course) {
        var makers = new ArrayList<>(course.instructors());
        if (!course.organization().isEmpty()) {
            makers.add("organization:" + course.organization());
        }
        return makers;
    }

    /** EASE, or what stands in for it where its matrix would be too large. */
    static CandidateSource linear(Evidence evidence, double lambda) {
        return evidence.isDense() ? new Ease(lambda, EASE_LINKS) : new NeighborhoodSlim(lambda, SLIM_NEIGHBORS);
    }

    private static float[] usualScores(SparseRows ease, Histories histories) {
        int[] counts = histories.counts();
        var sums = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (int k = ease.starts()[i]; k < ease.starts()[i + 1]; k++) {
                sums[ease.columns()[k]] += counts[i] * (double) ease.values()[k];
            }
        }
        var usual = new float[counts.length];
        for (int c = 0; c < usual.length; c++) {
            usual[c] = (float) (sums[c] / Math.max(1, histories.learners()));
        }
        return usual;
    }

    private float[] takerScores(SparseRows ease, Evidence evidence) throws InterruptedException {
        int n = ease.rows();
        // by rows of what leads to a course, as both sums run over them
        var leading = ease.transposed();
        var sums = new double[n];
        workers.each(evidence.taken(), j -> {
            var together = new double[evidence.taken()];
            evidence.together(j, together);
            for (int k = leading.starts()[j]; k < leading.starts()[j + 1]; k++) {
                sums[j] += together[leading.columns()[k]] * leading.values()[k];
            }
        });
        var scores = new float[n];
        for (int c = 0; c < n; c++) {
            scores[c] = (float) (sums[c] / Math.max(1, evidence.count(c)));
        }
        return scores;
    }

    private static float[] takerLengths(Histories histories) {
        int[] counts = histories.counts();
        var sums = new double[counts.length];
        for (int u = 0; u < histories.learners(); u++) {
            double logLength = Math.log1p(histories.length(u));
            for (int k = 0; k < histories.length(u); k++) {
                sums[histories.course(u, k)] += logLength;
            }
        }
        var means = new float[counts.length];
        for (int c = 0; c < means.length; c++) {
            means[c] = (float) (sums[c] / Math.max(1, counts[c]));
        }
        return means;
    }
}
