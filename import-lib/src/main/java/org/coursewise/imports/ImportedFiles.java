package org.coursewise.imports;

import java.util.List;

/** What a service takes files of; it makes one bean of this. */
public interface ImportedFiles {

    /** The columns that a file of the kind must have. */
    List<String> requiredColumns(String kind);

    /** Takes the rows of one attempt at a job. A row that is there already must change nothing: jobs are begun anew. */
    RowBatch begin(ImportJob job);

    /** Tells others what a job has taken, in the transaction that ends it. */
    void ended(ImportJob job, Count count);
}
