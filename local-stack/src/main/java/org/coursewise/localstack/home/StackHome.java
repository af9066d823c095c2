package org.coursewise.localstack.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder that keeps all data of a stack across runs. */
public record StackHome(Path folder) {

    public StackHome {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Data of one part. */
    public Path data(String part) {
        return folder.resolve(part);
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** Notes on what runs now. */
    public Path run() {
        return folder.resolve("run");
    }

    public Path secrets() {
        return folder.resolve("secrets");
    }

    Path lockFile() {
        return folder.resolve("lock");
    }

    /** Removes everything but the lock, which its holder still needs. */
    public void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder) && !file.equals(lockFile())) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + folder, e);
        }
    }
}
