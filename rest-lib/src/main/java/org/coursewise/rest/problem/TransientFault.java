package org.coursewise.rest.problem;

/**
 * Knows failures that pass by themselves, so that they are answered 503 {@code unavailable} with {@code Retry-After}
 * and not 500. A service that has other neighbours than a SQL database provides one as a CDI bean.
 */
@FunctionalInterface
public interface TransientFault {

    /** Whether this very fault is one; its causes are asked about one by one. */
    boolean isTransient(Throwable fault);
}
