package org.coursewise.recommender.candidates;

/**
 * The strongest values of the weighted matrix, G_ij = Σ_u x_ui x_uj / |x_u|, as they are.
 *
 * @param most how many links a course keeps
 */
public record WeightedLinks(int most) implements RowSource {

    @Override
    public String name() {
        return "weighted";
    }

    @Override
    public Rows.Writer rows(Evidence evidence) {
        return evidence::weighted;
    }
}
