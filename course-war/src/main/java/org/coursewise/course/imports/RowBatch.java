package org.coursewise.course.imports;

import java.util.List;

/** Takes rows of one kind, a batch at a time. */
interface RowBatch {

    /**
     * Checks a row and puts it into the batch.
     *
     * @throws BadRowException when a cell is wrong
     */
    void add(CsvRow row);

    /** Whether the batch has become large enough. */
    boolean isFull();

    /**
     * Writes the batch and empties it, within the caller's transaction.
     *
     * @return rows that the catalogue knows to be wrong
     */
    List<RowError> write();

    /**
     * Does what needs all rows to be written, within the caller's transaction.
     *
     * @return rows that only now prove to be wrong
     */
    default List<RowError> finish() {
        return List.of();
    }
}
