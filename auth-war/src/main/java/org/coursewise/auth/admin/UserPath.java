package org.coursewise.auth.admin;

import org.coursewise.auth.account.UserId;
import org.coursewise.rest.problem.ProblemException;

/** The account that a path names. */
final class UserPath {

    private UserPath() {}

    /** @throws ProblemException 404 for text that was never an id */
    static UserId parsed(String id) {
        return UserId.parse(id).orElseThrow(() -> ProblemException.notFound("user"));
    }
}
