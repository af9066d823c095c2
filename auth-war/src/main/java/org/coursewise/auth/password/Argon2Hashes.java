package org.coursewise.auth.password;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.coursewise.auth.onetime.Secrets;
import org.coursewise.auth.problem.AuthException;

/**
 * Argon2id (RFC 9106) with OWASP's parameters: 19 MiB, two passes, one lane. Only as many hashes run at once as there are
 * processors, because each needs its own memory and more of them would only slow each other; whoever can't begin in time
 * is asked to come back. Hashes of other forms, which imports bring, are verified too; one that needs more memory takes
 * more places.
 */
public final class Argon2Hashes implements PasswordHashes {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final String PARAMETERS = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    /** Each of them holds a thread; more would leave none for anybody else. */
    private static final int MOST_WAITING = 48;

    private final HashFormats formats = new HashFormats();
    private final Argon2 argon2 = Argon2Factory.create(Argon2Factory.Argon2Types.ARGON2id);
    private final int parallelism;
    private final Semaphore running;
    /** Hashes of other kinds take longer: they never have all the places. */
    private final Semaphore others = new Semaphore(1, true);

    private final Duration wait;
    private final Runnable onRefusal;
    private final String nobodysHash;

    /**
     * @param parallelism how many hashes may run at once
     * @param wait how long one waits for its turn before {@link AuthException.HashingBusy}
     * @param onRefusal is told of each of those
     */
    public Argon2Hashes(int parallelism, Duration wait, Runnable onRefusal) {
        this.parallelism = parallelism;
        this.onRefusal = onRefusal;
        this.running = new Semaphore(parallelism, true);
        this.wait = wait;
        this.nobodysHash = hash(Secrets.random());
    }

    @Override
    public String hash(String password) {
        return inTurn(running, 1, () -> {}, () -> {
            var characters = password.toCharArray();
            try {
                return argon2.hash(PASSES, MEMORY_KIB, LANES, characters);
            } finally {
                argon2.wipeArray(characters);
            }
        });
    }

    @Override
    public void demandTurn() {
        if (waiting() >= MOST_WAITING) {
            throw refused();
        }
    }

    @Override
    public boolean verify(String password, String hash) {
        return verify(password, hash, () -> {});
    }

    @Override
    public boolean verify(String password, String hash, Runnable afterWaiting) {
        var format = formats.of(hash);
        Supplier<Boolean> check =
                () -> inTurn(running, places(format.memory(hash)), afterWaiting, () -> format.verify(password, hash));
        return outdated(hash) ? inTurn(others, 1, afterWaiting, check) : check.get();
    }

    /** How many of our own hashes take as much memory; all places at most. */
    private int places(int memory) {
        return Math.min(parallelism, (memory + MEMORY_KIB - 1) / MEMORY_KIB);
    }

    @Override
    public void verifyNothing(String password, Runnable afterWaiting) {
        verify(password, nobodysHash, afterWaiting);
    }

    @Override
    public String ofNobody() {
        return nobodysHash;
    }

    @Override
    public boolean outdated(String hash) {
        return !hash.startsWith(PARAMETERS);
    }

    /** How many wait for their turn. */
    int waiting() {
        return running.getQueueLength() + others.getQueueLength();
    }

    /** How many places are taken. */
    int running() {
        return parallelism - running.availablePermits();
    }

    private <T> T inTurn(Semaphore turns, int places, Runnable afterWaiting, Supplier<T> work) {
        var waited = takeTurn(turns, places);
        try {
            if (waited) {
                afterWaiting.run();
            }
            return work.get();
        } finally {
            turns.release(places);
        }
    }

    /** Whether others went before. */
    private boolean takeTurn(Semaphore turns, int places) {
        try {
            // with a time, unlike without one, it does not push in before those who wait
            if (turns.tryAcquire(places, 0, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (waiting() < MOST_WAITING && turns.tryAcquire(places, wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw refused();
    }

    private AuthException.HashingBusy refused() {
        onRefusal.run();
        return new AuthException.HashingBusy(RETRY_AFTER);
    }
}
