package org.coursewise.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A file system of limited size, in memory, which Linux lets root mount. */
final class SmallDisk implements AutoCloseable {

    private static final int PIECE = 64 << 10;
    private static final int PAGE = 4 << 10;
    private static final long SECONDS = 20;

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Mounted at this folder, which is made; nothing where that is refused. */
    static Optional<SmallDisk> at(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        // of a run that was killed
        succeeds("umount", "--lazy", folder.toString());
        return succeeds("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    Path folder() {
        return folder;
    }

    /** Takes what is left, also of what others have given back since the last time; returns how many bytes that was. */
    long fill() {
        return fill(PIECE) + fill(PAGE);
    }

    private long fill(int piece) {
        var written = 0L;
        try (var channel = FileChannel.open(
                filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (true) {
                written += channel.write(ByteBuffer.allocate(piece));
            }
        } catch (IOException full) {
            return written;
        }
    }

    void free() {
        try {
            Files.deleteIfExists(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!succeeds("umount", folder.toString())) {
            succeeds("umount", "--lazy", folder.toString());
        }
    }

    private static boolean succeeds(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
