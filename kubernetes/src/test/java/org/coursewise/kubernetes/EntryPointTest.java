package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The entry point of servers' images, around a server that is a few lines of shell. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class EntryPointTest {

    /** Says how it finds things when it is told to stop, and ends as told. */
    private static final String SERVER = """
            trap 'if [ -e "$COURSEWISE_DRAIN_FILE" ]; then echo "stops while not ready"; else echo "stops while ready"; fi; exit 7' TERM
            echo started
            while :; do sleep 0.05; done
            """;

    private static final String DEAF = """
            trap '' TERM
            echo started
            while :; do sleep 0.05; done
            """;

    @TempDir
    Path folder;

    private @Nullable Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void itSaysFirstThatItIsNotReadyAndStopsTheServerAfterwards() throws Exception {
        var output = start(SERVER, 2, 18);
        var asked = System.nanoTime();
        askToStop();

        assertThat(output.readLine()).isEqualTo("entrypoint: not ready from now on, stops in 2 s");
        assertThat(drainFile()).exists();
        assertThat(since(asked)).isLessThan(Duration.ofSeconds(2));

        assertThat(output.readLine()).isEqualTo("stops while not ready");
        assertThat(since(asked)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10));
        assertThat(process().waitFor()).as("the server's own status").isEqualTo(7);
    }

    @Test
    void aSecondCallToStopChangesNothing() throws Exception {
        var output = start(SERVER, 2, 18);
        var asked = System.nanoTime();
        askToStop();
        assertThat(output.readLine()).startsWith("entrypoint: not ready");
        askToStop();

        assertThat(output.readLine()).isEqualTo("stops while not ready");
        assertThat(since(asked)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(process().waitFor()).isEqualTo(7);
    }

    @Test
    void aServerThatDoesNotStopIsEnded() throws Exception {
        var output = start(DEAF, 0, 1);
        askToStop();

        assertThat(output.readLine()).startsWith("entrypoint: not ready");
        assertThat(process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process().exitValue()).isEqualTo(137);
    }

    @Test
    void theServerIsStoppedAlsoWhenNobodyReadsWhatIsSaid() throws Exception {
        start(SERVER, 1, 18).close();
        askToStop();

        assertThat(process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process().exitValue()).isEqualTo(7);
    }

    @Test
    void aServerThatEndsByItselfEndsTheContainerWithItsStatus() throws Exception {
        start("echo started; exit 78", 10, 18);

        assertThat(process().waitFor()).isEqualTo(78);
        assertThat(drainFile()).doesNotExist();
    }

    @Test
    void whatTheLastRunLeftBehindIsGone() throws Exception {
        Files.createDirectories(drainFile().getParent());
        Files.createFile(drainFile());

        start(SERVER, 0, 1);

        assertThat(drainFile()).doesNotExist();
    }

    @Test
    void allOfItTakesLessThanThePlatformWaits() {
        var script = Repository.text("liberty-config/src/main/container/entrypoint.sh");

        assertThat(defaultOf("COURSEWISE_DRAIN_SECONDS", script)).isEqualTo(10);
        assertThat(defaultOf("COURSEWISE_DRAIN_SECONDS", script) + defaultOf("COURSEWISE_STOP_SECONDS", script))
                .isLessThan(30);
    }

    private static int defaultOf(String variable, String script) {
        var matcher = java.util.regex.Pattern.compile("\\$\\{" + variable + ":-(\\d+)}")
                .matcher(script);
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    /** Starts it and waits until the server says so. */
    private BufferedReader start(String server, int drainSeconds, int stopSeconds) throws IOException {
        var command = new ProcessBuilder(List.of(
                        "sh",
                        Repository.TOP
                                .resolve("liberty-config/src/main/container/entrypoint.sh")
                                .toString(),
                        "sh",
                        "-c",
                        server))
                .redirectErrorStream(true);
        command.environment().put("WLP_OUTPUT_DIR", folder.resolve("output").toString());
        command.environment().put("COURSEWISE_DRAIN_SECONDS", Integer.toString(drainSeconds));
        command.environment().put("COURSEWISE_STOP_SECONDS", Integer.toString(stopSeconds));
        process = command.start();
        var output = process().inputReader();
        assertThat(output.readLine()).isEqualTo("started");
        return output;
    }

    /** Sends TERM and leaves the output open. */
    private void askToStop() {
        assertThat(process().toHandle().destroy()).isTrue();
    }

    private Path drainFile() {
        return folder.resolve("output").resolve("draining");
    }

    private Process process() {
        return java.util.Objects.requireNonNull(process);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
