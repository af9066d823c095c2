package org.coursewise.localstack.process;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole output of one part in a file of bounded size, and its last lines in memory. */
final class ChildLog {

    private static final long BYTES_PER_FILE = 20L << 20;
    private static final int LINES_KEPT = 25;

    private final Path file;
    private final Deque<String> last = new ArrayDeque<>();
    private @Nullable BufferedWriter writer;
    private long written;

    ChildLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    synchronized List<String> lastLines() {
        return List.copyOf(last);
    }

    synchronized void add(String line) {
        last.addLast(line);
        if (last.size() > LINES_KEPT) {
            last.removeFirst();
        }
        try {
            var current = open();
            current.write(line);
            current.newLine();
            current.flush();
            written += line.length() + 1L;
        } catch (IOException e) {
            // A full disk must not stop the reading: the child would wait for its output to be taken
            writer = null;
        }
    }

    private BufferedWriter open() throws IOException {
        var current = writer;
        if (current != null && written < BYTES_PER_FILE) {
            return current;
        }
        if (current != null) {
            current.close();
        }
        Files.createDirectories(file.getParent());
        if (Files.exists(file) && Files.size(file) >= BYTES_PER_FILE) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        current = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = Files.size(file);
        writer = current;
        return current;
    }
}
