package org.coursewise.console.api;

/** The API takes this person's tokens no longer: they have to log in again. */
public final class SignedOutException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SignedOutException() {
        super("signed out");
    }
}
