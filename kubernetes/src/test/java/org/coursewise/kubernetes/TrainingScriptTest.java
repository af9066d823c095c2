package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the nightly job says, to a curl that only writes down what it is told. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class TrainingScriptTest {

    private static final String CURL = """
            #!/bin/sh
            echo "arguments: $*" >>"$HEARD"
            echo "input: $(cat)" >>"$HEARD"
            case "$*" in
                */oauth2/token) echo "$ANSWER" ;;
                *) echo '{"id":"job"}' ;;
            esac
            """;

    private static final String TOKEN = "{\"access_token\":\"the.token\",\"token_type\":\"Bearer\"}";

    @TempDir
    Path folder;

    @Test
    void itGetsATokenAndAsksForOneJob() throws Exception {
        assertThat(run(TOKEN)).isZero();

        var heard = Files.readAllLines(folder.resolve("heard"));
        assertThat(heard).hasSize(4);
        assertThat(heard.get(0)).endsWith("https://auth/api/v1/oauth2/token").contains("grant_type=client_credentials");
        assertThat(heard.get(1)).isEqualTo("input: user = \"client:geheim\"");
        assertThat(heard.get(2))
                .endsWith("https://course/api/v1/admin/training-jobs")
                .contains("--request POST", "Idempotency-Key: training-1");
        assertThat(heard.get(3)).isEqualTo("input: header = \"Authorization: Bearer the.token\"");
    }

    @Test
    void whatIsSecretIsInNoArgumentAndNoOutput() throws Exception {
        run(TOKEN);

        assertThat(Files.readAllLines(folder.resolve("heard")).stream().filter(line -> line.startsWith("arguments: ")))
                .hasSize(2)
                .noneMatch(line -> line.contains("geheim") || line.contains("the.token"));
        assertThat(folder.resolve("output")).content().doesNotContain("geheim", "the.token");
    }

    @Test
    void withoutATokenItFailsAndAsksForNothing() throws Exception {
        assertThat(run("{\"error\":\"invalid_client\"}")).isEqualTo(1);

        assertThat(folder.resolve("heard")).content().doesNotContain("training-jobs");
    }

    private int run(String answer) throws Exception {
        var curl = folder.resolve("curl");
        Files.writeString(curl, CURL, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(curl, PosixFilePermissions.fromString("rwx------"));
        var script = new ProcessBuilder(
                        "sh",
                        Repository.TOP
                                .resolve("kubernetes/base/training/train.sh")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        script.environment()
                .putAll(Map.of(
                        "PATH",
                        folder + File.pathSeparator + System.getenv("PATH"),
                        "HEARD",
                        folder.resolve("heard").toString(),
                        "ANSWER",
                        answer,
                        "COURSEWISE_AUTH_URL",
                        "https://auth",
                        "COURSEWISE_COURSE_URL",
                        "https://course",
                        "COURSEWISE_CLIENT_ID",
                        "client",
                        "COURSEWISE_CLIENT_SECRET",
                        "geheim",
                        "COURSEWISE_JOB",
                        "training-1"));
        return script.start().waitFor();
    }
}
