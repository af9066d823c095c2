package org.coursewise.jenkins;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A checkout of its own with the real scripts, in which programs of the test stand in for those that an agent has. */
final class Workspace {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    final Path root;
    private final Path programs;
    private final Map<String, String> environment = new TreeMap<>();

    /** What a script did. */
    record Outcome(int status, String output) {

        List<String> lines() {
            return output.lines().toList();
        }
    }

    Workspace(Path folder) throws IOException {
        root = Files.createDirectories(folder.resolve("checkout"));
        programs = Files.createDirectories(folder.resolve("programs"));
        try (var scripts = Files.list(CHECKOUT.resolve("jenkins"))) {
            for (var script : scripts.filter(Files::isRegularFile).toList()) {
                var copy = root.resolve("jenkins").resolve(script.getFileName().toString());
                Files.createDirectories(copy.getParent());
                Files.copy(script, copy);
            }
        }
        set("HOME", folder.toString());
        set("GIT_CONFIG_NOSYSTEM", "1");
        for (var who : List.of("AUTHOR", "COMMITTER")) {
            set("GIT_" + who + "_NAME", "Ada");
            set("GIT_" + who + "_EMAIL", "ada@example.org");
        }
    }

    /** The modules' poms, as they are. */
    Workspace withPoms() throws IOException {
        try (var poms = Files.walk(CHECKOUT, 2)) {
            for (var pom : poms.filter(file -> file.endsWith("pom.xml")).toList()) {
                write(CHECKOUT.relativize(pom).toString(), Files.readString(pom));
            }
        }
        return this;
    }

    Workspace set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Workspace write(String file, String content) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return this;
    }

    String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    /** A program that notes how it was called in the file {@code calls}, and then does what the lines of shell say. */
    Workspace program(String name, String... lines) throws IOException {
        var program = programs.resolve(name);
        var note = "echo \"" + name + " $*\" >>\"" + root.resolve("calls") + "\"";
        Files.write(
                program,
                Stream.concat(Stream.of("#!/bin/sh", note), Arrays.stream(lines))
                        .toList());
        program.toFile().setExecutable(true);
        return this;
    }

    List<String> calls() throws IOException {
        var calls = root.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    Workspace commit() throws Exception {
        requireOnPath("git");
        if (!Files.exists(root.resolve(".git"))) {
            run("git", "init", "--quiet", "--initial-branch=main");
        }
        run("git", "add", "--all");
        run("git", "commit", "--quiet", "--allow-empty", "--message", "A change");
        return this;
    }

    Outcome script(String name, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("sh", "jenkins/" + name));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    Outcome run(String... command) throws Exception {
        var log = Files.createTempFile(programs.getParent(), "output", ".log");
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("COURSEWISE_"));
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", "", (path, none) -> programs + ":" + path);
        var process = builder.start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + " does not end");
        }
        return new Outcome(process.exitValue(), Files.readString(log));
    }

    /** Skips the test, and says so, where a program is missing that not every machine has. */
    static void requireOnPath(String program) {
        var found = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(found, "Skipped: " + program + " is not on the PATH");
    }
}
