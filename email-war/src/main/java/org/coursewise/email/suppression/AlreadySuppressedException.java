package org.coursewise.email.suppression;

import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/** 409 {@code already-suppressed}. */
final class AlreadySuppressedException extends ProblemException {

    private static final ProblemType TYPE = new ProblemType("already-suppressed", 409, "Already suppressed");

    AlreadySuppressedException() {
        super(TYPE, "The address is suppressed already; remove that first to give another reason.");
    }
}
