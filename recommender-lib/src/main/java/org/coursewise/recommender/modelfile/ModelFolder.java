package org.coursewise.recommender.modelfile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.coursewise.recommender.Recommender;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A folder with a model: {@code model.bin}, and {@code model.json} with what people want to know of it. */
public final class ModelFolder {

    private static final String MODEL = "model.bin";
    private static final String FACTS = "model.json";

    private final Path folder;

    public ModelFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder where there is none.
     *
     * @throws IOException when no model can be written to it, which is better known before one is trained
     */
    public void prepare() throws IOException {
        Files.createDirectories(folder);
        Files.delete(Files.createTempFile(folder, MODEL, ".tmp"));
    }

    /** Replaces the model as a whole: whoever reads meanwhile gets the old one or the new one. */
    public void write(Recommender model) throws IOException {
        Files.createDirectories(folder);
        replace(MODEL, channel -> {
            var stream = Channels.newOutputStream(channel);
            ModelFile.write(model, stream);
        });
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        byte[] facts = json.writeValueAsBytes(model.facts());
        replace(FACTS, channel -> Channels.newOutputStream(channel).write(facts));
    }

    /**
     * Reads the model.
     *
     * @throws UnreadableModelException when there is none or it is no model of this version
     */
    public Recommender read() throws IOException {
        try (var stream = new BufferedInputStream(Files.newInputStream(folder.resolve(MODEL)), 1 << 16)) {
            return ModelFile.read(stream);
        } catch (NoSuchFileException e) {
            throw new UnreadableModelException("There is no model in " + folder, e);
        }
    }

    private interface Content {
        void write(FileChannel channel) throws IOException;
    }

    private void replace(String name, Content content) throws IOException {
        var temporary = Files.createTempFile(folder, name, ".tmp");
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                content.write(channel);
                channel.force(true);
            }
            move(temporary, folder.resolve(name));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
