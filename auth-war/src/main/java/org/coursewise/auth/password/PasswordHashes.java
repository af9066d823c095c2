package org.coursewise.auth.password;

/** How passwords are kept: as Argon2id hashes in PHC strings, which carry their parameters. */
public interface PasswordHashes {

    /** A new hash; takes tens of milliseconds of a processor. */
    String hash(String password);

    /** Whether the password made the hash. */
    boolean verify(String password, String hash);

    /** As much work as {@link #verify}, for an address nobody has: how long an answer takes tells nothing. */
    void verifyNothing(String password);

    /** Whether the hash was made with weaker parameters than today's. */
    boolean outdated(String hash);
}
