package org.coursewise.imports;

import java.util.List;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;

/** Takes rows of one kind, a batch at a time. While a batch is written the next one is read, in another thread. */
public interface RowBatch {

    /**
     * Checks a row and puts it into the batch.
     *
     * @throws BadRowException when a cell is wrong
     */
    void add(CsvRow row);

    /** Whether the batch has become large enough. */
    boolean isFull();

    /** Gives away the batch and begins an empty one. Batches are written one after the other, as they were given away. */
    Writing take();

    /** A batch that nothing is added to any more. */
    interface Writing {

        /**
         * Writes it within the caller's transaction.
         *
         * @return rows that what is there already shows to be wrong
         */
        List<RowError> write();
    }

    /**
     * Does what needs all rows to be written, within the caller's transaction.
     *
     * @return rows that only now prove to be wrong
     */
    default List<RowError> finish() {
        return List.of();
    }
}
