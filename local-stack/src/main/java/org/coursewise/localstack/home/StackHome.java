package org.coursewise.localstack.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;

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
        delete(folder, file -> !file.equals(folder) && !file.equals(lockFile()));
    }

    /** Removes a folder of the home with all that is in it, if it is there. */
    public void delete(Path part) {
        delete(part, file -> true);
    }

    private static void delete(Path tree, Predicate<Path> which) {
        if (!Files.isDirectory(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file :
                    files.sorted(Comparator.reverseOrder()).filter(which).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + tree, e);
        }
    }
}
