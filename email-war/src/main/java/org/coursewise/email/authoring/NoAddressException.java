package org.coursewise.email.authoring;

import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/** 409 {@code address-not-known}. */
final class NoAddressException extends ProblemException {

    private static final ProblemType TYPE = new ProblemType("address-not-known", 409, "Your address is not known yet");

    NoAddressException() {
        super(TYPE, "The mail service has not heard of your account yet; try again in a moment.");
    }
}
