package org.coursewise.localstack;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coursewise.localstack.home.Ports;
import org.coursewise.localstack.process.BusyPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The main of mvn -Prun in a JVM of its own, with the two parts that start fastest. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such signals")
class RunLocallyIT {

    @TempDir
    Path folder;

    private final int offset = LocalStack.freePortOffset();
    private final List<Process> started = new ArrayList<>();

    private Path log;

    @BeforeEach
    void name() {
        log = folder.resolve("output");
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void whenAskedToStopItStopsThePartsFirst() throws Exception {
        var main = startAndAwaitReady();
        var parts = children(main);
        main.destroy();
        assertThat(main.waitFor(20, SECONDS)).isTrue();
        assertThat(parts).hasSizeGreaterThanOrEqualTo(2).noneMatch(ProcessHandle::isAlive);
        assertThat(output())
                .contains("mail     | stopped", "Everything has stopped")
                .doesNotContain("\033");
    }

    @Test
    void whenKilledItTakesThePartsAlongAndTheNextStartWorks() throws Exception {
        var main = startAndAwaitReady();
        var parts = children(main);
        main.destroyForcibly().waitFor();
        await().atMost(15, SECONDS).until(() -> parts.stream().noneMatch(ProcessHandle::isAlive));

        var again = startAndAwaitReady();
        again.destroy();
        assertThat(again.waitFor(20, SECONDS)).isTrue();
    }

    @Test
    void aCrashIsNamedAndEndsTheRestWithAFailure() throws Exception {
        var main = startAndAwaitReady();
        var parts = children(main);
        var pid = Files.readString(folder.resolve("home/run/mail.pid")).split(" ", -1)[0];
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
        assertThat(main.waitFor(20, SECONDS)).isTrue();
        assertThat(main.exitValue()).isEqualTo(1);
        assertThat(output()).contains("mail ended unexpectedly (exit code 137)");
        assertThat(parts).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void portsInUseAreNamedBeforeAnythingStarts() throws Exception {
        try (var taken = new ServerSocket(new Ports(offset).smtp(), 1, InetAddress.getLoopbackAddress())) {
            var main = start();
            assertThat(main.waitFor(20, SECONDS)).isTrue();
            assertThat(main.exitValue()).isEqualTo(1);
            assertThat(output())
                    .contains(taken.getLocalPort() + "  wanted by SMTP", "COURSEWISE_PORT_OFFSET")
                    .doesNotContain("Starting");
        }
    }

    @Test
    void aSecondStackOnTheSameHomeIsRefused() throws Exception {
        startAndAwaitReady();
        log = folder.resolve("second");
        var second = start();
        assertThat(second.waitFor(20, SECONDS)).isTrue();
        assertThat(output()).contains("A stack already runs on", "COURSEWISE_HOME=");
    }

    private Process startAndAwaitReady() throws Exception {
        // The ports of a stack that was killed a moment ago are given back by its parts, not by itself
        await().atMost(10, SECONDS).until(() -> new Ports(offset).all().stream().noneMatch(BusyPorts::isBusy));
        var main = start();
        await().atMost(40, SECONDS).until(() -> output().contains("Coursewise is ready") || !main.isAlive());
        assertThat(main.isAlive()).as(output()).isTrue();
        return main;
    }

    private Process start() throws Exception {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Dparts=mail,gateway",
                        RunLocally.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("COURSEWISE_HOME", folder.resolve("home").toString());
        builder.environment().put("COURSEWISE_PORT_OFFSET", Integer.toString(offset));
        var main = builder.start();
        started.add(main);
        return main;
    }

    private static List<ProcessHandle> children(Process main) {
        return main.toHandle().children().toList();
    }

    private String output() throws Exception {
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
