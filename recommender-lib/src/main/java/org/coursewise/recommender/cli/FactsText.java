package org.coursewise.recommender.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.coursewise.recommender.ModelFacts;
import org.coursewise.recommender.evaluation.Figures;

/** What is known of a model, in sentences. */
public final class FactsText {

    private FactsText() {}

    /** How much it was. */
    public static String size(ModelFacts facts) {
        return facts.enrollments() + " enrolments of " + facts.learners() + " learners in " + facts.courses()
                + " courses";
    }

    /** After a training. */
    public static void printTrained(ModelFacts facts, double seconds, PrintWriter out) {
        out.printf(Locale.ROOT, "Trained in %.1f s on %s%n", seconds, size(facts));
        print(facts, out);
        out.flush();
    }

    /** How good it is. */
    public static void print(ModelFacts facts, PrintWriter out) {
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
