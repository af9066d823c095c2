package org.coursewise.auth.password;

/** How passwords are kept: as Argon2id hashes in PHC strings, which carry their parameters. */
public interface PasswordHashes {

    /** A new hash; takes tens of milliseconds of a processor. */
    String hash(String password);

    /** Whether the password made the hash. */
    boolean verify(String password, String hash);

    /**
     * As {@link #verify(String, String)}.
     *
     * @param afterWaiting is run before the work when it could not begin at once, and may throw to call it off: others
     *     went before, and what was found good may not be so any more
     */
    boolean verify(String password, String hash, Runnable afterWaiting);

    /** As much work as {@link #verify}, for an address nobody has: how long an answer takes tells nothing. */
    void verifyNothing(String password, Runnable afterWaiting);

    /** Whether the hash was made with weaker parameters than today's. */
    boolean outdated(String hash);
}
