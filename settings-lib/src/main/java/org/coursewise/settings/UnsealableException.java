package org.coursewise.settings;

/** A sealed value that no configured key opens for the given purpose. */
public final class UnsealableException extends RuntimeException {

    UnsealableException(String message) {
        super(message);
    }
}
