package org.coursewise.rest.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/** A body that stops being read once it is too long. */
final class LimitedBody extends FilterInputStream {

    private final long limit;
    private long read;

    LimitedBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(
                ProblemType.BODY_TOO_LARGE, "A body of this kind may have " + (limit >> 20) + " MiB at most.");
    }

    @Override
    public int read() throws IOException {
        var b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var n = super.read(bytes, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        var skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) {
        read += bytes;
        if (read > limit) {
            throw tooLarge(limit);
        }
    }
}
