package org.coursewise.auth.account;

/** Whose password it is, its hash, and how the account stood when both were read. */
public record Credentials(UserId account, String passwordHash, AccountStatus status) {

    public Credentials withHash(String other) {
        return new Credentials(account, other, status);
    }
}
