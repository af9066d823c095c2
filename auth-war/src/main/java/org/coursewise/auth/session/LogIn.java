package org.coursewise.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.AccountStatus;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.password.PasswordHashes;
import org.coursewise.auth.problem.AuthException;

/** Who are you? The state of an account is told only to somebody who knows its password. */
@ApplicationScoped
class LogIn {

    @Inject
    Accounts accounts;

    @Inject
    PasswordHashes hashes;

    /** @throws AuthException saying no more than the caller may know */
    Account authenticate(EmailAddress email, String password) {
        var account = accounts.find(email);
        if (account.isEmpty()) {
            hashes.verifyNothing(password);
            throw new AuthException.InvalidCredentials();
        }
        var found = account.get();
        if (!hashes.verify(password, found.passwordHash())) {
            throw new AuthException.InvalidCredentials();
        }
        return switch (found.status()) {
            case PENDING -> throw new AuthException.VerificationRequired();
            case LOCKED -> throw new AuthException.AccountLocked();
            case ACTIVE -> found;
        };
    }

    /** Keeps the password with today's parameters, now that it is known. */
    @Transactional
    void rehashIfOutdated(UserId id, String checkedHash, String password) {
        if (hashes.outdated(checkedHash)) {
            var fresh = hashes.hash(password);
            Optional<Account> account =
                    accounts.find(id).filter(found -> found.passwordHash().equals(checkedHash));
            account.filter(found -> found.status() == AccountStatus.ACTIVE)
                    .ifPresent(found -> found.changePassword(fresh));
        }
    }
}
