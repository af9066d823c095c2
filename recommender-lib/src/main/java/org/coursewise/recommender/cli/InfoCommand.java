package org.coursewise.recommender.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.coursewise.recommender.ModelFacts;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.evaluation.Figures;
import org.coursewise.recommender.modelfile.ModelFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is known of a model. */
@Command(name = "info", description = "Says what is known of a model.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class InfoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, description = "folder with a model")
    private Path model;

    @Override
    public Integer call() throws Exception {
        var recommender = new ModelFolder(model).read();
        var out = spec.commandLine().getOut();
        out.println("Trained on " + size(recommender));
        print(recommender.facts(), out);
        out.flush();
        return 0;
    }

    static String size(Recommender recommender) {
        var facts = recommender.facts();
        return facts.enrollments() + " enrolments of " + facts.learners() + " learners in " + facts.courses()
                + " courses";
    }

    static void print(ModelFacts facts, PrintWriter out) {
        out.println("Order: " + facts.order());
        print("the order as shipped", facts.figures(), out);
        print("best source, " + facts.bestSource(), facts.sourceFigures(), out);
        out.printf(
                Locale.ROOT,
                "A trained ranker's gain in NDCG@10: %+.4f (95 %%: %+.4f to %+.4f)%s%n",
                facts.gain(),
                facts.gainInterval().low(),
                facts.gainInterval().high(),
                facts.ranked() ? "" : "; not surely above zero, so the best source's own order is shipped");
    }

    private static void print(String name, Figures figures, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "On %d learners' courses that were set aside, %s: NDCG@10 %.4f (%.4f to %.4f), recall %.4f, hit %.4f,"
                        + " MRR %.4f, coverage %.4f%n",
                figures.learners(),
                name,
                figures.ndcg(),
                figures.ndcgInterval().low(),
                figures.ndcgInterval().high(),
                figures.recall(),
                figures.hitRate(),
                figures.reciprocalRank(),
                figures.coverage());
    }
}
