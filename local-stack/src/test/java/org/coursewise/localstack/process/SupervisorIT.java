package org.coursewise.localstack.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.coursewise.localstack.process.Part.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With shell scripts for parts. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the parts of this test are shell scripts")
class SupervisorIT {

    @TempDir
    Path folder;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final StackListener listener = new StackListener() {
        @Override
        public void ready(String part, Duration after) {
            events.add(part + " ready");
        }

        @Override
        public void stopped(String part) {
            events.add(part + " stopped");
        }

        @Override
        public void crashed(Crash crash) {
            events.add(crash.part() + " crashed with " + crash.exitCode() + " saying " + crash.lastLines());
        }
    };
    private Supervisor supervisor;

    @AfterEach
    void stop() {
        if (supervisor != null) {
            supervisor.stop();
        }
    }

    @Test
    void partsStartAfterThoseTheyNeedAndStopBeforeThem() {
        supervise(script("store", Set.of(), "exec sleep 100"), script("server", Set.of("store"), "exec sleep 100"));
        supervisor.start();
        supervisor.stop();
        assertThat(events).containsExactly("store ready", "server ready", "server stopped", "store stopped");
    }

    @Test
    void aCrashIsReportedAndTheOthersGoOn() {
        supervise(
                script("one", Set.of(), "exec sleep 100"),
                script("two", Set.of(), "echo good bye; read forever < " + fifo() + "; exit 3"));
        supervisor.start();
        write(folder.resolve("fifo"), "now\n");
        await().atMost(10, SECONDS).until(() -> events.contains("two crashed with 3 saying [good bye]"));
        assertThat(supervisor.isRunning("one")).isTrue();
    }

    @Test
    void aPartThatEndsBeforeItIsReadyFailsTheStart() {
        supervise(new Part(
                "broken",
                Set.of(),
                List.of(),
                () -> command("echo no configuration; exit 4"),
                () -> {
                    throw new IllegalStateException("not yet");
                },
                Step.NONE,
                Duration.ofSeconds(1)));
        assertThatThrownBy(supervisor::start)
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("broken ended before it was ready");
    }

    @Test
    void aKilledPartIsNoCrashAndStartsAgain() {
        supervise(script("one", Set.of(), "exec sleep 100"));
        supervisor.start();
        supervisor.kill("one");
        assertThat(supervisor.isRunning("one")).isFalse();
        supervisor.restart("one");
        assertThat(supervisor.isRunning("one")).isTrue();
        assertThat(events).containsExactly("one ready", "one ready");
    }

    @Test
    void whoDoesNotStopInTimeIsKilled() {
        supervise(script("stubborn", Set.of(), "trap '' TERM; while :; do sleep 1; done"));
        supervisor.start();
        supervisor.stop();
        assertThat(supervisor.isRunning("stubborn")).isFalse();
    }

    @Test
    void whatAKilledParentLeftIsEndedAtTheNextStart() throws Exception {
        var orphan = new ProcessBuilder("sh", "-c", "while :; do sleep 1; done").start();
        new PidFile(folder.resolve("run"), "orphan").write(orphan.toHandle());
        assertThat(Leftovers.end(folder.resolve("run"))).containsExactly("orphan");
        assertThat(orphan.waitFor(5, SECONDS)).isTrue();
        assertThat(Leftovers.end(folder.resolve("run"))).isEmpty();
    }

    @Test
    void aProcessIdThatSomebodyElseHasNowIsLeftAlone() throws Exception {
        var stranger = new ProcessBuilder("sh", "-c", "while :; do sleep 1; done").start();
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/old.pid"), stranger.pid() + " 2020-01-01T00:00:00Z");
        assertThat(Leftovers.end(folder.resolve("run"))).isEmpty();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void aPortThatSomebodyHasIsFoundBusy() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = new ListeningPort(taken.getLocalPort(), "the test");
            assertThat(BusyPorts.among(List.of(port))).containsExactly(port);
        }
    }

    private void supervise(Part... parts) {
        supervisor = new Supervisor(
                List.of(parts), folder.resolve("run"), folder.resolve("logs"), listener, Clock.systemUTC());
    }

    private Part script(String name, Set<String> needs, String script) {
        return new Part(name, needs, List.of(), () -> command(script), Step.NONE, Step.NONE, Duration.ofSeconds(1));
    }

    private Command command(String script) {
        return new Command(List.of("sh", "-c", script), Map.of(), folder);
    }

    private String fifo() {
        try {
            new ProcessBuilder("mkfifo", folder.resolve("fifo").toString())
                    .start()
                    .waitFor();
            return folder.resolve("fifo").toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
