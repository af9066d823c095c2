package org.coursewise.recommender.dataset;

import java.util.function.Consumer;

/** Rows that could not be used: the first ones are told one by one, all of them are counted. */
public final class SkippedRows {

    private final int toldMost;
    private final Consumer<String> told;
    private int count;

    /**
     * @param toldMost how many rows are told one by one
     * @param told gets one sentence a row
     */
    public SkippedRows(int toldMost, Consumer<String> told) {
        this.toldMost = toldMost;
        this.told = told;
    }

    void add(String file, long line, String reason) {
        if (count++ < toldMost) {
            told.accept(file + ", line " + line + ": " + reason);
        }
    }

    public int count() {
        return count;
    }
}
