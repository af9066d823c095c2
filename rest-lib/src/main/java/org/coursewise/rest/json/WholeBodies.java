package org.coursewise.rest.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/**
 * Reads small bodies whole, each within a time, and not on all threads at once: clients that send a byte now and then keep
 * nobody out who has nothing to send, and the others no longer than that time.
 */
final class WholeBodies {

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);
    private static final int PIECE = 8 << 10;

    private final Semaphore readers;
    private final Duration longest;

    WholeBodies(int atOnce, Duration longest) {
        this.readers = new Semaphore(atOnce);
        this.longest = longest;
    }

    /** The same body, in memory. */
    InputStream read(InputStream body) {
        if (!readers.tryAcquire()) {
            throw new ProblemException(
                    ProblemType.OVERLOADED, "Too many bodies are on their way.", List.of(), COME_AGAIN);
        }
        try {
            return new ByteArrayInputStream(bytes(body));
        } catch (IOException e) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The body did not come to its end.");
        } finally {
            readers.release();
        }
    }

    private byte[] bytes(InputStream body) throws IOException {
        var begun = System.nanoTime();
        var whole = new ByteArrayOutputStream();
        var piece = new byte[PIECE];
        for (var n = body.read(piece); n >= 0; n = body.read(piece)) {
            if (System.nanoTime() - begun > longest.toNanos()) {
                throw new ProblemException(
                        ProblemType.REQUEST_TIMEOUT,
                        "The body took longer than " + longest.toSeconds() + " s to come.");
            }
            whole.write(piece, 0, n);
        }
        return whole.toByteArray();
    }
}
