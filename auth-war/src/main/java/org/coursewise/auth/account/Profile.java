package org.coursewise.auth.account;

import org.coursewise.rest.problem.ProblemException;

/**
 * What a person may change about themselves.
 *
 * @param locale a BCP 47 language tag, in its canonical form
 */
public record Profile(String displayName, String locale) {

    /**
     * A name on one line, without the white space around it: it ends up in the head of mails.
     *
     * @throws ProblemException 400 naming the field {@code displayName}
     */
    public static String checkedName(String name) {
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalidInput("displayName", "must not have line breaks or other control characters");
        }
        return name.strip();
    }
}
