package org.coursewise.auth.throttle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.device.CallingDevice;
import org.coursewise.auth.password.PasswordHashes;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.rest.problem.ProblemException;

/** Asks somebody who is logged in for their password again; whoever stole a token guesses it no faster than at a log-in. */
@ApplicationScoped
public class OwnPassword {

    @Inject
    Accounts accounts;

    @Inject
    PasswordHashes hashes;

    @Inject
    LogInThrottle throttle;

    @Inject
    CallingDevice device;

    /**
     * @return the address of the account
     * @throws ProblemException 400 naming {@code currentPassword} when it is wrong
     * @throws AuthException.Throttled when too many were
     */
    public EmailAddress demand(UserId id, String currentPassword) {
        var account = accounts.demand(id);
        var attempt = throttle.admit(account.email(), device.get());
        if (!hashes.verify(currentPassword, account.passwordHash(), attempt::checkAgain)) {
            attempt.failed("wrong-current-password");
            throw ProblemException.invalidInput("currentPassword", "is not your password");
        }
        return account.email();
    }
}
