package org.coursewise.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.IntFunction;

/** A kept file as one stream, of which one piece is in memory at a time. */
final class PieceStream extends InputStream {

    private final IntFunction<byte[]> pieces;
    private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);
    private int next;

    /** @param pieces by position from 0; an empty one is the end */
    PieceStream(IntFunction<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return hasMore() ? current.read() : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        return hasMore() ? current.read(into, offset, length) : -1;
    }

    private boolean hasMore() {
        if (current.available() == 0) {
            current = new ByteArrayInputStream(pieces.apply(next++));
        }
        return current.available() > 0;
    }
}
