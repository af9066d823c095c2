package org.coursewise.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an image's Containerfiles copy, laid out in a folder as a container engine would: no engine is at hand. The
 * Liberty below it is the build's own instead of the base image's.
 */
final class ImageContent {

    private static final Path CHECKOUT = Path.of("..");
    private static final String SERVER = "/opt/ol/wlp/usr/servers/defaultServer";

    private final Path root;

    private ImageContent(Path root) {
        this.root = root;
    }

    /** @param containerfiles from the lowest layer up */
    static ImageContent of(Path root, String... containerfiles) throws IOException {
        var content = new ImageContent(root);
        for (var containerfile : containerfiles) {
            for (var line : Files.readAllLines(CHECKOUT.resolve(containerfile))) {
                if (line.startsWith("COPY ")) {
                    content.copy(line);
                }
            }
        }
        return content;
    }

    Path path(String inImage) {
        var server = inImage.startsWith("/config") ? SERVER + inImage.substring("/config".length()) : inImage;
        return root.resolve(server.substring(1));
    }

    /** Each file with its size and time: what must not change while it runs. */
    List<String> files() throws IOException {
        var found = new TreeMap<String, String>();
        try (var all = Files.walk(root)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                found.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return found.entrySet().stream().map(String::valueOf).toList();
    }

    private void copy(String line) throws IOException {
        var words = Stream.of(line.split(" +", -1))
                .skip(1)
                .filter(word -> !word.startsWith("--"))
                .toList();
        var target = words.get(words.size() - 1);
        for (var source : words.subList(0, words.size() - 1)) {
            var from = CHECKOUT.resolve(source);
            if (Files.isDirectory(from)) {
                copyAll(from, path(target));
            } else {
                var to = target.endsWith("/") ? path(target).resolve(from.getFileName()) : path(target);
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
    }

    /** What is in a folder, and not the folder itself. */
    private static void copyAll(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                try {
                    var target = to.resolve(from.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
