package org.coursewise.auth.account;

import org.coursewise.address.EmailAddress;
import org.coursewise.rest.problem.ProblemException;

/** The field {@code email} of a request. */
public final class EmailInput {

    private EmailInput() {}

    /** @throws ProblemException 400 naming the field */
    public static EmailAddress parsed(String text) {
        return EmailAddress.parse(text)
                .orElseThrow(() ->
                        ProblemException.invalidInput("email", "must be an e-mail address such as ada@example.org"));
    }
}
