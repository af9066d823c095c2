package org.coursewise.csv;

/** A row that cannot be taken; the message says which column is wrong and why. */
public final class BadRowException extends RuntimeException {

    public BadRowException(String complaint) {
        super(complaint);
    }

    public BadRowException(String column, String complaint) {
        super(column + ": " + complaint);
    }
}
