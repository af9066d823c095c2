package org.coursewise.auth.errand;

/** An errand that could not be done now. */
final class ErrandFailedException extends RuntimeException {

    private final long id;

    ErrandFailedException(long id, RuntimeException cause) {
        super(cause);
        this.id = id;
    }

    long id() {
        return id;
    }
}
