package org.coursewise.email.message;

import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/** 409 {@code message-not-retriable}. */
final class NotRetriableException extends ProblemException {

    private static final ProblemType TYPE = new ProblemType("message-not-retriable", 409, "Cannot be sent again");

    private NotRetriableException(String detail) {
        super(TYPE, detail);
    }

    static NotRetriableException is(MessageStatus status) {
        return new NotRetriableException(
                "Only a deferred, bounced, suppressed or failed message can be sent again; this one is " + status.wire()
                        + ".");
    }

    static NotRetriableException incomplete() {
        return new NotRetriableException("What the message was to say has been forgotten; ask for a new one.");
    }
}
