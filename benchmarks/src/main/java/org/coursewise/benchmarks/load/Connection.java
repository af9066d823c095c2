package org.coursewise.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A kept-alive connection with one request under way at a time. */
final class Connection implements AutoCloseable {

    private final SocketChannel channel;
    private final ByteBuffer received = ByteBuffer.allocateDirect(64 << 10);
    private final AnswerReader answer = new AnswerReader();
    private @Nullable Request request;
    private long sentAt;

    Connection(InetSocketAddress address, Selector selector) throws IOException {
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(Request next) throws IOException {
        answer.clear();
        request = next;
        sentAt = System.nanoTime();
        var bytes = next.bytes();
        while (bytes.hasRemaining()) {
            // a request is far smaller than the socket's buffer, which is empty
            channel.write(bytes);
        }
    }

    /** @return whether the answer is complete */
    boolean receive() throws IOException {
        received.clear();
        var count = channel.read(received);
        if (count < 0) {
            throw new IOException("The server closed the connection after " + answer.text());
        }
        received.flip();
        var complete = false;
        while (received.hasRemaining()) {
            var room = answer.room();
            var part = Math.min(received.remaining(), room.length - answer.position());
            received.get(room, answer.position(), part);
            complete = answer.took(part);
        }
        if (complete && request != null && answer.status() != request.status()) {
            throw new IOException(
                    request.path() + " should be answered " + request.status() + ", but is " + answer.text());
        }
        return complete;
    }

    long sentAt() {
        return sentAt;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
