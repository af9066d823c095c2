package org.coursewise.recommender.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.modelfile.ModelFolder;

/** Where the model goes: a folder, or the URI of one on any file system that Hadoop knows. */
final class ModelTarget {

    private final String location;
    private final Configuration hadoop;

    ModelTarget(String location, Configuration hadoop) {
        this.location = location;
        this.hadoop = hadoop;
    }

    /**
     * Makes the folder where there is none.
     *
     * @throws IOException when that cannot be done, which is better known before the training
     */
    void prepare() throws IOException {
        if (!isUri()) {
            new ModelFolder(Path.of(location)).prepare();
            return;
        }
        try {
            fileSystem().mkdirs(folder());
        } catch (IOException e) {
            throw new IOException("Cannot write a model to " + location + ": " + e.getMessage(), e);
        }
    }

    /** The local copy stays, and the error says where, when the model cannot be taken to its place. */
    void write(Recommender trained) throws IOException {
        if (!isUri()) {
            new ModelFolder(Path.of(location)).write(trained);
            return;
        }
        var local = Files.createTempDirectory("coursewise-model");
        new ModelFolder(local).write(trained);
        try (var written = Files.list(local)) {
            for (var file : written.sorted().toList()) {
                // moved there as a whole; the local copy goes
                fileSystem().copyFromLocalFile(true, true, new org.apache.hadoop.fs.Path(file.toUri()), folder());
            }
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write the model to " + location + ", it stays in " + local + ": " + e.getMessage(), e);
        }
        Files.delete(local);
    }

    private boolean isUri() {
        return location.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9+.-]+:.*");
    }

    private org.apache.hadoop.fs.Path folder() {
        return new org.apache.hadoop.fs.Path(location);
    }

    private FileSystem fileSystem() throws IOException {
        return FileSystem.get(URI.create(location), hadoop);
    }
}
