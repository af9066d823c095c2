package org.coursewise.recommender.dataset;

/** Data that cannot be used at all: a file that cannot be read, a column that is missing, nothing to learn from. */
public final class UnusableDataException extends Exception {

    public UnusableDataException(String message) {
        super(message);
    }

    public UnusableDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
