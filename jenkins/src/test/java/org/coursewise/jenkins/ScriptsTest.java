package org.coursewise.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every script. */
class ScriptsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptIsPosixShellThatStopsAtTheFirstError(String script) throws Exception {
        var workspace = new Workspace(folder);
        var text = workspace.read("jenkins/" + script);

        assertThat(workspace.run("sh", "-n", "jenkins/" + script).output()).isEmpty();
        if (text.startsWith("#!")) {
            assertThat(text).startsWith("#!/bin/sh\n# ").contains("\nset -eu\n");
        } else {
            assertThat(text).as("read by others").startsWith("# shellcheck shell=sh\n# Read by ");
        }
        // a trace would print what a credential holds
        assertThat(text).doesNotContain("set -x");
    }

    @Test
    void shellcheckHasNothingToSay() throws Exception {
        Workspace.requireOnPath("shellcheck");
        var command = new ArrayList<>(List.of("shellcheck", "-x", "-P", "jenkins", "-P", "."));
        scripts().map(script -> "jenkins/" + script).forEach(command::add);

        assertThat(new Workspace(folder).run(command.toArray(String[]::new)).output())
                .isEmpty();
    }

    static Stream<String> scripts() throws Exception {
        try (var files = Files.list(Path.of("../jenkins"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sh"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
