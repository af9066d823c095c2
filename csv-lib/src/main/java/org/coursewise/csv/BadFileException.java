package org.coursewise.csv;

/** A file that cannot be read at all, or not beyond some line; the message says why and is shown to its sender. */
public final class BadFileException extends RuntimeException {

    BadFileException(String message) {
        super(message);
    }
}
