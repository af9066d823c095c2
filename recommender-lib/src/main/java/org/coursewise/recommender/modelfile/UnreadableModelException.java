package org.coursewise.recommender.modelfile;

import java.io.IOException;

/** Bytes that are no model of this version: foreign, cut off, damaged or made by a newer version. */
public final class UnreadableModelException extends IOException {

    public UnreadableModelException(String message) {
        super(message);
    }

    public UnreadableModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
