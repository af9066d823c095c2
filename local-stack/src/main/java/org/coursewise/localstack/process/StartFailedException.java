package org.coursewise.localstack.process;

/** A part did not become ready; the message says why and where to read on. */
public final class StartFailedException extends RuntimeException {

    StartFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    StartFailedException(String message) {
        super(message);
    }
}
