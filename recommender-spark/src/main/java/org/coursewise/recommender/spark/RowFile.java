package org.coursewise.recommender.spark;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Rows of courses on the driver's disk: written once in any order, read at any place, also by several threads at a time. */
final class RowFile implements Closeable {

    private final FileChannel channel;
    private final long[] starts;
    private final int[] lengths;
    private long size;

    RowFile(Path file, int courses) throws IOException {
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        starts = new long[courses];
        lengths = new int[courses];
    }

    void write(int course, byte[] bytes) throws IOException {
        starts[course] = size;
        lengths[course] = bytes.length;
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            size += channel.write(buffer, size);
        }
    }

    int courses() {
        return starts.length;
    }

    /** A row; empty where there is none. */
    ByteBuffer read(int course) {
        return read(course, 0, lengths[course]);
    }

    /** A part of a row. */
    ByteBuffer read(int course, int from, int length) {
        var buffer = ByteBuffer.allocate(length);
        long at = starts[course] + from;
        try {
            while (buffer.hasRemaining()) {
                int read = channel.read(buffer, at);
                if (read < 0) {
                    throw new EOFException("The work folder's files were cut off");
                }
                at += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
