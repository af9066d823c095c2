package org.coursewise.recommender.candidates;

import java.io.Serializable;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;

/**
 * A source whose links of a course depend on the evidence of that course's row and on numbers of courses alone, so that
 * rows can be made wherever evidence is counted. What has the same settings is equal and gives the same links.
 */
public interface RowSource extends CandidateSource, Serializable {

    /** How many links a course keeps. */
    int most();

    /** What writes a row. */
    Rows.Writer rows(Evidence evidence);

    @Override
    default SparseRows fit(Evidence evidence, Workers workers) throws InterruptedException {
        return evidence.links(this, workers);
    }
}
