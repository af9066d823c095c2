package org.coursewise.email.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What several threads want written at the same moment, in one command: one is under way at a time, and all that comes
 * meanwhile goes with the next. Each thread goes on when its own is written, as it would alone; only it shares the way to the
 * database and the wait for its journal.
 */
public final class JoinedWrites<W, R> {

    private static final int MOST = 100;

    private final Function<List<W>, List<R>> command;
    private final Queue<Waiting<W, R>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    private static final class Waiting<W, R> {
        private final W what;
        private @Nullable R result;
        private @Nullable RuntimeException failure;

        Waiting(W what) {
            this.what = what;
        }

        boolean isDone() {
            return result != null || failure != null;
        }

        R result() {
            if (failure != null) {
                throw failure;
            }
            if (result == null) {
                throw new IllegalStateException("It was not written");
            }
            return result;
        }
    }

    /** @param command writes all and says of each, in their order, what came of it; what it throws is thrown to each */
    public JoinedWrites(Function<List<W>, List<R>> command) {
        this.command = command;
    }

    /** Returns when it is written. */
    public R write(W what) {
        var mine = new Waiting<W, R>(what);
        waiting.add(mine);
        turn.lock();
        try {
            // whoever had the turn before may have taken it along
            while (!mine.isDone()) {
                writeNext();
            }
        } finally {
            turn.unlock();
        }
        return mine.result();
    }

    private void writeNext() {
        var together = new ArrayList<Waiting<W, R>>();
        for (var next = waiting.poll(); next != null; next = together.size() < MOST ? waiting.poll() : null) {
            together.add(next);
        }
        try {
            var results = command.apply(together.stream().map(one -> one.what).toList());
            for (var i = 0; i < together.size(); i++) {
                together.get(i).result = results.get(i);
            }
        } catch (RuntimeException e) {
            together.forEach(one -> one.failure = e);
        } catch (Error e) {
            // nobody else will write theirs
            together.forEach(one -> one.failure = new IllegalStateException("It may not be written", e));
        }
    }
}
