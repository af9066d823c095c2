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
import org.coursewise.recommender.candidates.RowSource;
import org.coursewise.recommender.candidates.Sequences;
import org.coursewise.recommender.candidates.Topics;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.scoring.CourseLabels;
import org.coursewise.recommender.scoring.FittedSources;
import org.coursewise.recommender.scoring.Source;

/** Fits every source to histories. What does not depend on them, the content, is fitted once. */
final class SourceFitter {

    private static final int EASE_LINKS = 400;
    private static final int LINKS = 200;
    private static final int SLIM_NEIGHBORS = 100;
    private static final int CONTENT_LINKS = 60;
    private static final int TOPICS = 48;
    private static final Neighbors NEIGHBORS = new Neighbors(LINKS);
    private static final Sequences SEQUENCES = new Sequences(0.8, 0.6, LINKS);

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
        return new FittedSources(
                links,
                evidence.learners(),
                evidence.counts(),
                takerLengths(evidence),
                usualScores(links.get(0), evidence),
                takerScores(links.get(0), evidence),
                Topics.fit(evidence.sample(), TOPICS, 1, workers),
                categories,
                makers,
                choice.historyDecay());
    }

    /** A line for each source. */
    private SparseRows links(Source source, Evidence evidence, SourceChoice choice) throws InterruptedException {
        return switch (source) {
            case EASE -> linear(evidence, choice.easeLambda()).fit(evidence, workers);
            case NEIGHBORS -> NEIGHBORS.fit(evidence, workers);
            case WALK -> walk(choice.walkBeta()).fit(evidence, workers);
            case SEQUENCES -> SEQUENCES.fit(evidence, workers);
            case CONTENT -> content;
        };
    }

    static RandomWalk walk(double beta) {
        return new RandomWalk(beta, LINKS);
    }

    /** Those of {@link Trainer#rowSources}. */
    static List<RowSource> rowSources(boolean timed) {
        var sources = new ArrayList<RowSource>(List.of(NeighborhoodSlim.nearest(), NEIGHBORS));
        for (double beta : SourceTuning.BETAS) {
            sources.add(walk(beta));
        }
        if (timed) {
            sources.add(SEQUENCES);
        }
        return sources;
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

    private static float[] usualScores(SparseRows ease, Evidence evidence) {
        int[] counts = evidence.counts();
        var sums = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (int k = ease.starts()[i]; k < ease.starts()[i + 1]; k++) {
                sums[ease.columns()[k]] += counts[i] * (double) ease.values()[k];
            }
        }
        var usual = new float[counts.length];
        for (int c = 0; c < usual.length; c++) {
            usual[c] = (float) (sums[c] / Math.max(1, evidence.learners()));
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

    private static float[] takerLengths(Evidence evidence) {
        var means = new float[evidence.courseCount()];
        for (int c = 0; c < means.length; c++) {
            means[c] = (float) evidence.logLength(c);
        }
        return means;
    }
}
