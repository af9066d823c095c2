package org.coursewise.auth.password;

import org.coursewise.auth.problem.AuthException;

/**
 * How passwords are kept: as Argon2id hashes in PHC strings, which carry their parameters. What an import brought is kept as
 * it came, until its owner logs in.
 */
public interface PasswordHashes {

    /** A new hash; takes tens of milliseconds of a processor. */
    String hash(String password);

    /**
     * Sends away who would not get a turn, before anything is looked up for them: that costs more than to say no.
     *
     * @throws AuthException.HashingBusy when too many wait already
     */
    void demandTurn();

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

    /** The hash of a password that nobody knows, for who has none yet: checking against it takes as long as any. */
    String ofNobody();

    /** Whether the hash was made in another form, or with other parameters, than today's. */
    boolean outdated(String hash);
}
