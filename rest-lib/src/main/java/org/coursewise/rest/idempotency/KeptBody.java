package org.coursewise.rest.idempotency;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A body that was read to its end and can be read again: a small one is in memory, a large one in a file till then. */
final class KeptBody {

    private static final int IN_MEMORY = 1 << 20;

    private final byte[] start;
    private final @Nullable Path file;
    private final byte[] sha256;

    private KeptBody(byte[] start, @Nullable Path file, byte[] sha256) {
        this.start = start;
        this.file = file;
        this.sha256 = sha256;
    }

    static KeptBody of(InputStream body) throws IOException {
        var digesting = new DigestInputStream(body, sha256());
        var start = digesting.readNBytes(IN_MEMORY);
        if (start.length < IN_MEMORY) {
            return new KeptBody(start, null, digesting.getMessageDigest().digest());
        }
        var file = Files.createTempFile("coursewise-body", null);
        try (var out = Files.newOutputStream(file)) {
            out.write(start);
            digesting.transferTo(out);
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
        return new KeptBody(new byte[0], file, digesting.getMessageDigest().digest());
    }

    byte[] hash() {
        return sha256.clone();
    }

    /** All of it, once; at its end the file is gone. */
    InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(start) : new LastReading(file);
    }

    /** Lets go of a body that nobody will read. */
    void discard() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class LastReading extends FilterInputStream {

        private final Path file;

        LastReading(Path file) throws IOException {
            super(Files.newInputStream(file));
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            var b = super.read();
            forgetAfter(b);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var n = super.read(bytes, offset, length);
            forgetAfter(n);
            return n;
        }

        private void forgetAfter(int result) throws IOException {
            if (result < 0) {
                Files.deleteIfExists(file);
            }
        }

        @Override
        public void close() throws IOException {
            super.close();
            Files.deleteIfExists(file);
        }
    }
}
