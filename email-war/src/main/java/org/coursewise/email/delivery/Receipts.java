package org.coursewise.email.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * The SMTP server's 250, noted in a file in the moment it is read. Until the database has it too, a process that is killed
 * would send the mail again; the one that follows it on this machine finds the note. Each sender has a place of its own, in
 * memory that the operating system keeps when the process dies, so a note costs no access to the disk. Without a file,
 * or with the file in another process's hands, nothing is noted and everything else is as it was.
 */
final class Receipts implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Receipts.class.getName());
    private static final int PLACE_BYTES = 128;
    private static final int NUMBERS_BYTES = 4 * Long.BYTES + Integer.BYTES;
    private static final int LONGEST_REPLY = PLACE_BYTES - NUMBERS_BYTES;
    private static final String TAKEN = "250";

    private final @Nullable FileChannel channel;
    private final ByteBuffer memory;
    private final List<Receipt> left;

    /**
     * That a message, in the state in which it was being sent, was taken.
     *
     * @param reply the codes of what the SMTP server said; the rest may name an address
     */
    record Receipt(MessageId id, long version, String reply) {

        boolean isFor(Message message) {
            return message.id().equals(id) && message.version() == version;
        }
    }

    /** Where one sender notes what it sent last. */
    interface Place {
        void note(Message sending, String reply);
    }

    private Receipts(@Nullable FileChannel channel, ByteBuffer memory) {
        this.channel = channel;
        this.memory = memory;
        this.left = read(memory);
    }

    /** @param places for so many senders */
    static Receipts in(Optional<Path> file, int places) {
        if (file.isPresent()) {
            try {
                return in(file.get(), places);
            } catch (IOException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Nothing can be noted in {0}: mails on their way during a crash may come twice ({1})",
                        file.get(),
                        e.toString());
            }
        }
        return new Receipts(null, ByteBuffer.allocate(places * PLACE_BYTES));
    }

    private static Receipts in(Path file, int places) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new IOException("another process has it");
            }
            // fewer senders than before: what the others noted is read all the same
            var size = Math.max(channel.size(), (long) places * PLACE_BYTES);
            return new Receipts(channel, channel.map(FileChannel.MapMode.READ_WRITE, 0, size));
        } catch (IOException | OverlappingFileLockException e) {
            channel.close();
            throw e instanceof IOException io ? io : new IOException("this process has it already", e);
        }
    }

    /** What the process before this one noted last, sender by sender. Most of it the database knows. */
    List<Receipt> left() {
        return left;
    }

    Place place(int number) {
        return (sending, reply) -> memory.put(
                number * PLACE_BYTES,
                bytes(new Receipt(
                        sending.id(), sending.version(), Objects.requireNonNullElse(Message.codes(reply), TAKEN))));
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "Closing the file of receipts", e);
            }
        }
    }

    private static byte[] bytes(Receipt receipt) {
        var reply = receipt.reply().getBytes(US_ASCII);
        var length = Math.min(reply.length, LONGEST_REPLY);
        var bytes = ByteBuffer.allocate(NUMBERS_BYTES + length)
                .putLong(0)
                .putLong(receipt.version())
                .putLong(receipt.id().value().getMostSignificantBits())
                .putLong(receipt.id().value().getLeastSignificantBits())
                .putInt(length)
                .put(reply, 0, length);
        return bytes.putLong(0, checksum(bytes.array())).array();
    }

    private static List<Receipt> read(ByteBuffer memory) {
        var receipts = new ArrayList<Receipt>();
        for (var at = 0; at + PLACE_BYTES <= memory.limit(); at += PLACE_BYTES) {
            var length = memory.getInt(at + 4 * Long.BYTES);
            if (length > 0 && length <= LONGEST_REPLY) {
                var bytes = new byte[NUMBERS_BYTES + length];
                memory.get(at, bytes);
                receipt(bytes).ifPresent(receipts::add);
            }
        }
        return List.copyOf(receipts);
    }

    /** A note that was not finished when the process died is none. */
    private static Optional<Receipt> receipt(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        if (buffer.getLong() != checksum(bytes)) {
            return Optional.empty();
        }
        var version = buffer.getLong();
        var id = new MessageId(new UUID(buffer.getLong(), buffer.getLong()));
        return Optional.of(
                new Receipt(id, version, new String(bytes, NUMBERS_BYTES, bytes.length - NUMBERS_BYTES, US_ASCII)));
    }

    private static long checksum(byte[] bytes) {
        var checksum = new CRC32();
        checksum.update(bytes, Long.BYTES, bytes.length - Long.BYTES);
        return checksum.getValue();
    }
}
