package org.coursewise.recommender.spark;

import java.io.Serializable;
import java.util.Iterator;

/** What a task makes of a block once it is counted. */
interface BlockWork extends Serializable {

    /** In how many files its rows belong. */
    int files();

    Iterator<MadeRow> rows(Blocks blocks, int block, BlockSums sums, HeldLearners held);
}
