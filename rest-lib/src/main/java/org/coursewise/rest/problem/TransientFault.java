package org.coursewise.rest.problem;

import java.util.Collection;

/**
 * Knows failures that pass by themselves, so that they are answered 503 {@code unavailable} with {@code Retry-After}
 * and not 500. A service that has other neighbours than a SQL database provides one as a CDI bean.
 */
@FunctionalInterface
public interface TransientFault {

    /** Whether this very fault is one; its causes are asked about one by one. */
    boolean isTransient(Throwable fault);

    /** Whether one of these knows the fault or one of its causes. */
    static boolean isAmong(Throwable thrown, Collection<TransientFault> known) {
        return Causes.of(thrown).stream().anyMatch(fault -> known.stream().anyMatch(one -> one.isTransient(fault)));
    }
}
