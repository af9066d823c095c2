package org.coursewise.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainingTest {

    @TempDir
    Path folder;

    @Test
    void aServerDrainsWhileTheFileIsThere() throws IOException {
        var file = folder.resolve("draining");
        var draining = new Draining(Optional.of(file.toString()));
        assertThat(draining.isUnderWay()).isFalse();

        Files.createFile(file);
        assertThat(draining.isUnderWay()).isTrue();

        Files.delete(file);
        assertThat(draining.isUnderWay()).isFalse();
    }

    @Test
    void aServerWithoutADrainFileIsNeverDrained() {
        assertThat(new Draining().isUnderWay()).isFalse();
    }
}
