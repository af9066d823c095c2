package org.coursewise.jenkins;

/** A file that the gate cannot judge by or judge; the message names it. */
final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
        super(message);
    }
}
