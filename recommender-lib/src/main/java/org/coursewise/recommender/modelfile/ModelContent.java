package org.coursewise.recommender.modelfile;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import org.coursewise.recommender.KnownCourse;
import org.coursewise.recommender.ModelFacts;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.candidates.Topics;
import org.coursewise.recommender.evaluation.Bootstrap.Interval;
import org.coursewise.recommender.evaluation.Figures;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.ranking.BoostedTrees;
import org.coursewise.recommender.ranking.LinearRanker;
import org.coursewise.recommender.ranking.Ranker;
import org.coursewise.recommender.ranking.SourceOrder;
import org.coursewise.recommender.scoring.CourseLabels;
import org.coursewise.recommender.scoring.Features;
import org.coursewise.recommender.scoring.FittedSources;
import org.coursewise.recommender.scoring.Source;

/** The parts of a model in the order in which the file has them: facts, courses, features, sources, ranker. */
final class ModelContent {

    private static final int TREES = 1;
    private static final int LINEAR = 2;
    private static final int SOURCE = 3;

    private ModelContent() {}

    static void write(Recommender model, ModelOutput out) throws IOException {
        write(model.facts(), out);
        out.number(model.courses().size());
        for (var course : model.courses()) {
            out.text(course.code());
            out.text(course.title());
            out.texts(course.categories());
            out.text(course.level());
        }
        out.texts(Features.NAMES);
        write(model.sources(), out);
        write(model.ranker(), out);
    }

    static Recommender read(ModelInput in) throws UnreadableModelException {
        try {
            var facts = facts(in);
            var courses = courses(in);
            if (!in.texts().equals(Features.NAMES)) {
                throw new UnreadableModelException("The model uses other features than this program: train it anew");
            }
            var sources = sources(in, courses.size());
            var ranker = ranker(in);
            if (!in.atEnd()) {
                throw new UnreadableModelException("The model is damaged: there is something after its end");
            }
            return new Recommender(courses, sources, ranker, facts);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new UnreadableModelException("The model is damaged: " + e.getMessage(), e);
        }
    }

    private static void write(ModelFacts facts, ModelOutput out) throws IOException {
        out.number(facts.seed());
        out.number(facts.learners());
        out.number(facts.courses());
        out.number(facts.enrollments());
        out.text(facts.order());
        out.flag(facts.ranked());
        out.text(facts.bestSource());
        write(facts.figures(), out);
        write(facts.sourceFigures(), out);
        out.number(facts.gain());
        write(facts.gainInterval(), out);
    }

    private static ModelFacts facts(ModelInput in) throws UnreadableModelException {
        return new ModelFacts(
                in.longNumber(),
                in.number(),
                in.number(),
                in.number(),
                in.text(),
                in.flag(),
                in.text(),
                figures(in),
                figures(in),
                in.fraction(),
                interval(in));
    }

    private static void write(Figures figures, ModelOutput out) throws IOException {
        out.number(figures.learners());
        out.number(figures.ndcg());
        write(figures.ndcgInterval(), out);
        out.number(figures.recall());
        out.number(figures.hitRate());
        out.number(figures.reciprocalRank());
        out.number(figures.coverage());
    }

    private static Figures figures(ModelInput in) {
        return new Figures(
                in.number(), in.fraction(), interval(in), in.fraction(), in.fraction(), in.fraction(), in.fraction());
    }

    private static void write(Interval interval, ModelOutput out) throws IOException {
        out.number(interval.low());
        out.number(interval.high());
    }

    private static Interval interval(ModelInput in) {
        return new Interval(in.fraction(), in.fraction());
    }

    private static List<KnownCourse> courses(ModelInput in) throws UnreadableModelException {
        int count = in.length(4 * Integer.BYTES);
        var courses = new ArrayList<KnownCourse>();
        for (int c = 0; c < count; c++) {
            courses.add(new KnownCourse(in.text(), in.text(), in.texts(), in.text()));
        }
        return courses;
    }

    private static void write(FittedSources sources, ModelOutput out) throws IOException {
        for (var source : Source.values()) {
            var rows = sources.links(source);
            out.numbers(rows.starts());
            out.numbers(rows.columns());
            out.numbers(rows.values());
        }
        var counts = new int[sources.courses()];
        var lengths = new float[sources.courses()];
        var usual = new float[sources.courses()];
        var takers = new float[sources.courses()];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = sources.count(c);
            lengths[c] = sources.takerLength(c);
            usual[c] = sources.usualScore(c);
            takers[c] = sources.takerScore(c);
        }
        out.number(sources.learners());
        out.numbers(counts);
        out.numbers(lengths);
        out.numbers(usual);
        out.numbers(takers);
        out.number(sources.topics().count());
        out.numbers(sources.topics().chances());
        out.numbers(sources.topics().shares());
        write(sources.categories(), out);
        write(sources.makers(), out);
        out.number(sources.historyDecay());
    }

    private static FittedSources sources(ModelInput in, int courses) throws UnreadableModelException {
        var links = new ArrayList<SparseRows>();
        for (int source = 0; source < Source.values().length; source++) {
            links.add(new SparseRows(in.integers(), in.integers(), in.floats()));
        }
        return new FittedSources(
                links,
                in.number(),
                in.integers(),
                in.floats(),
                in.floats(),
                in.floats(),
                new Topics(in.number(), in.floats(), in.floats()),
                labels(in, courses),
                labels(in, courses),
                in.fraction());
    }

    private static void write(CourseLabels labels, ModelOutput out) throws IOException {
        out.number(labels.count());
        for (int c = 0; c < labels.courses(); c++) {
            out.numbers(labels.of(c));
        }
    }

    private static CourseLabels labels(ModelInput in, int courses) throws UnreadableModelException {
        int count = in.number();
        var labels = new int[courses][];
        for (int c = 0; c < courses; c++) {
            labels[c] = in.integers();
        }
        return new CourseLabels(count, labels);
    }

    private static void write(Ranker ranker, ModelOutput out) throws IOException {
        if (ranker instanceof BoostedTrees trees) {
            out.number(TREES);
            out.number(trees.start());
            out.number(trees.depth());
            out.numbers(trees.features());
            out.numbers(trees.thresholds());
            out.numbers(trees.leaves());
        } else if (ranker instanceof LinearRanker linear) {
            out.number(LINEAR);
            out.number(linear.intercept());
            out.numbers(linear.weights());
        } else if (ranker instanceof SourceOrder order) {
            out.number(SOURCE);
            out.number(order.feature());
        }
    }

    private static Ranker ranker(ModelInput in) throws UnreadableModelException {
        int kind = in.number();
        return switch (kind) {
            case TREES -> new BoostedTrees(in.fraction(), in.number(), in.integers(), in.floats(), in.doubles());
            case LINEAR -> new LinearRanker(in.fraction(), in.doubles());
            case SOURCE -> new SourceOrder(in.number());
            default -> throw new UnreadableModelException("The model is damaged: a ranker of kind " + kind);
        };
    }
}
