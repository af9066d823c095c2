package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.List;
import org.coursewise.recommender.candidates.CandidateSource;
import org.coursewise.recommender.candidates.Content;
import org.coursewise.recommender.candidates.Ease;
import org.coursewise.recommender.candidates.Evidence;
import org.coursewise.recommender.candidates.Neighbors;
import org.coursewise.recommender.candidates.RandomWalk;
import org.coursewise.recommender.candidates.Sequences;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.scoring.CourseLabels;
import org.coursewise.recommender.scoring.FittedSources;

/** Fits every source to histories. What does not depend on them, the content, is fitted once. */
final class SourceFitter {

    static final int EASE_LINKS = 400;
    static final int LINKS = 200;
    private static final int CONTENT_LINKS = 60;
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
        var sources = List.<CandidateSource>of(
                new Ease(choice.easeLambda(), EASE_LINKS),
                new Neighbors(LINKS),
                new RandomWalk(choice.walkBeta(), LINKS),
                new Sequences(SEQUENCE_DECAY, SEQUENCE_REVERSE, LINKS));
        var links = new ArrayList<SparseRows>();
        for (var source : sources) {
            links.add(source.fit(evidence, workers));
        }
        links.add(content);
        var histories = evidence.histories();
        return new FittedSources(
                links,
                histories.learners(),
                histories.counts(),
                takerLengths(histories),
                categories,
                makers,
                choice.historyDecay());
    }

    private static List<String> makers(Course course) {
        var makers = new ArrayList<>(course.instructors());
        if (!course.organization().isEmpty()) {
            makers.add("organization:" + course.organization());
        }
        return makers;
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
