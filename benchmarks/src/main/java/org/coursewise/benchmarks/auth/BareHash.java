package org.coursewise.benchmarks.auth;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;

/** One check of a password against its Argon2id hash, 19 MiB and two passes, and nothing around it. */
final class BareHash {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2 argon2 = Argon2Factory.create(Argon2Factory.Argon2Types.ARGON2id);
    private final char[] password = "correct horse battery staple".toCharArray();
    private final String hash = argon2.hash(PASSES, MEMORY_KIB, 1, password);

    boolean check() {
        return argon2.verify(hash, password);
    }
}
