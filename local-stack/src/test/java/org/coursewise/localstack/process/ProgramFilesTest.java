package org.coursewise.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(
        value = OS.WINDOWS,
        disabledReason = "Windows has no /bin/sh, and starts no process with open files of another")
class ProgramFilesTest {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final int PROGRAMS = 200;
    private static final int OTHERS = 4;
    private static final int PADDING = 1 << 21;

    @TempDir
    Path folder;

    @Test
    void whatHasJustBeenWrittenRunsThoughOthersAreStartedMeanwhile() throws Exception {
        var isOver = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(OTHERS);
        try {
            var others = IntStream.range(0, OTHERS)
                    .mapToObj(other -> threads.submit(() -> {
                        while (!isOver.get()) {
                            run(SHELL);
                        }
                        return true;
                    }))
                    .toList();
            for (var number = 0; number < PROGRAMS; number++) {
                var program = folder.resolve("program-" + number);
                ProgramFiles.write(() -> writeSlowly(program));
                assertThat(program.toFile().setExecutable(true)).isTrue();
                assertThat(run(program)).isZero();
                Files.delete(program);
            }
            isOver.set(true);
            for (Future<Boolean> other : others) {
                assertThat(other.get()).isTrue();
            }
        } finally {
            isOver.set(true);
            threads.shutdown();
        }
    }

    /** The shell, and after it what nobody reads, so that others are started while it is written. */
    private static void writeSlowly(Path program) throws IOException {
        try (var file = Files.newOutputStream(program)) {
            Files.copy(SHELL, file);
            file.write(new byte[PADDING]);
        }
    }

    private static int run(Path program) throws Exception {
        return ProgramFiles.start(new ProcessBuilder(program.toString(), "-c", "exit 0"))
                .waitFor();
    }
}
