package org.coursewise.email.deadletter;

import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/** 409 {@code dead-letter-not-replayable}. */
final class NotReplayableException extends ProblemException {

    private static final ProblemType TYPE =
            new ProblemType("dead-letter-not-replayable", 409, "The dead letter cannot be replayed");

    NotReplayableException(String why) {
        super(TYPE, why + ".");
    }
}
