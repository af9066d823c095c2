package org.coursewise.localstack.process;

import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps programs from being written while processes are started. A process that is just being started has for a moment whatever
 * files this one has open, and Linux runs no program that anybody has open for writing: "Text file busy".
 */
public final class ProgramFiles {

    private static final ReadWriteLock STARTS = new ReentrantReadWriteLock(true);

    private ProgramFiles() {}

    /** Writes a file that may be a program. */
    public interface Writing {
        void write() throws IOException;
    }

    /** @param writing opens the file and closes it */
    public static void write(Writing writing) throws IOException {
        held(STARTS.writeLock(), () -> {
            writing.write();
            return true;
        });
    }

    /** As {@link ProcessBuilder#start()}, which comes back when the new process has closed what it got. */
    public static Process start(ProcessBuilder process) throws IOException {
        return held(STARTS.readLock(), process::start);
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private static <T> T held(Lock lock, Step<T> step) throws IOException {
        lock.lock();
        try {
            return step.take();
        } finally {
            lock.unlock();
        }
    }
}
