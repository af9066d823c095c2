package org.coursewise.events.consumer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Work that keeps its order by key: a key has its lane, a lane does one thing after the other, the lanes go on side by
 * side. There is room for some work only; who brings more is asked to wait.
 */
final class Lanes {

    private final Executor executor;
    private final Lane[] lanes;
    private final int room;
    private int inHand;
    private @Nullable CompletableFuture<@Nullable Void> roomAgain;

    Lanes(int count, Executor executor) {
        this.executor = executor;
        this.lanes = new Lane[count];
        for (var i = 0; i < count; i++) {
            lanes[i] = new Lane();
        }
        this.room = count * 4;
    }

    /** Puts the work at the end of its lane; completes when there is room for more. */
    synchronized CompletionStage<@Nullable Void> put(int keyHash, Runnable work) {
        inHand++;
        lanes[Math.floorMod(keyHash, lanes.length)].add(work);
        if (inHand < room) {
            return CompletableFuture.completedFuture(null);
        }
        if (roomAgain == null) {
            roomAgain = new CompletableFuture<>();
        }
        return roomAgain;
    }

    private void done() {
        CompletableFuture<@Nullable Void> waiting;
        synchronized (this) {
            inHand--;
            waiting = roomAgain;
            roomAgain = null;
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    private final class Lane implements Runnable {

        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean busy;

        synchronized void add(Runnable work) {
            waiting.add(work);
            if (!busy) {
                busy = true;
                executor.execute(this);
            }
        }

        private synchronized @Nullable Runnable next() {
            var work = waiting.poll();
            busy = work != null;
            return work;
        }

        @Override
        public void run() {
            for (var work = next(); work != null; work = next()) {
                try {
                    work.run();
                } finally {
                    done();
                }
            }
        }
    }
}
