package org.coursewise.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that the tests stand in. */
final class Repository {

    static final Path TOP = top();

    private Repository() {}

    static String text(String path) {
        try {
            return Files.readString(TOP.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String path) {
        return text(path).lines().toList();
    }

    /** Files below a folder whose names end so. */
    static List<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.walk(TOP.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path top() {
        var here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("overlays")) ? here.getParent() : here;
    }
}
