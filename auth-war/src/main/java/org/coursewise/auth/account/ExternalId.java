package org.coursewise.auth.account;

import org.coursewise.rest.problem.ProblemException;

/** The field {@code externalId} of a request: what enrolments that were made elsewhere call a learner. */
public final class ExternalId {

    /** As in files of enrolments. */
    public static final int LONGEST = 200;

    private ExternalId() {}

    /** @throws ProblemException 400 naming the field */
    public static String checked(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            throw ProblemException.invalidInput("externalId", "must have 1 to " + LONGEST + " characters");
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalidInput("externalId", "must not have control characters");
        }
        return stripped;
    }
}
