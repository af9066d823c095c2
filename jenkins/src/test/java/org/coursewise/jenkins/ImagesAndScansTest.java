package org.coursewise.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesAndScansTest {

    private static final String DIGEST = "sha256:5e1f";

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void anAgentWithItsTools() throws Exception {
        workspace = new Workspace(folder)
                .set("COURSEWISE_REGISTRY", "registry.example")
                .set("REGISTRY_USER", "jenkins")
                .set("REGISTRY_PASSWORD", FakeJenkins.SECRET)
                .set("COURSEWISE_OSV_DATABASE", folder.resolve("osv").toString())
                .set("COURSEWISE_LIBERTY_IMAGE", "liberty@sha256:11b")
                .set("COURSEWISE_JAVA_IMAGE", "java@sha256:7a4")
                .write("pom.xml", "<project>\n  <version>0.1.0</version>\n</project>\n")
                .write("liberty-config/Containerfile", "ARG BASE\n")
                .write("auth-war/Containerfile", "ARG SERVER\n")
                .write("recommender-worker/Containerfile", "ARG BASE\n")
                .write("target/bom.json", "{}")
                .program(
                        "podman",
                        "case \"$1\" in",
                        "  login) cat >\"$HOME/stdin\" ;;",
                        "  push) while [ $# -gt 1 ]; do",
                        "          [ \"$1\" != --digestfile ] || printf " + DIGEST + " >\"$2\"",
                        "          shift",
                        "        done ;;",
                        "esac")
                .program("osv-scanner", "exit 1")
                .program("gitleaks")
                .commit();
        database("Maven", Duration.ofDays(6));
        database("Red Hat", Duration.ofDays(6));
    }

    @Test
    void theServersImageIsBuiltOnLibertyAndNotedByItsDigest() throws Exception {
        var outcome = workspace.script("build-server-image.sh");

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(workspace.calls()).first().isEqualTo(build("liberty-config", "BASE=liberty@sha256:11b", "server"));
        assertThat(workspace.read("target/release/server"))
                .isEqualTo("registry.example/coursewise/server@" + DIGEST + "\n");
    }

    @Test
    void anImageIsBuiltOnTheServersWithTheTimeOfTheCommit() throws Exception {
        workspace.write("target/release/server", "server@sha256:5e7\n");

        var outcome = workspace.script("build-image.sh", "auth");

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(workspace.calls()).containsExactly(build("auth-war", "SERVER=server@sha256:5e7", "auth"));
    }

    @Test
    void theWorkersImageIsBuiltOnJava() throws Exception {
        var outcome = workspace.script("build-image.sh", "recommender-worker");

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(workspace.calls()).containsExactly(build("recommender-worker", "BASE=java@sha256:7a4", "worker"));
    }

    @Test
    void withoutTheServersImageNoServersIsBuilt() throws Exception {
        var outcome = workspace.script("build-image.sh", "auth");

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).contains("There is no server image");
    }

    @Test
    void aPushedImageIsNotedByItsDigest() throws Exception {
        var outcome = workspace.script("push-image.sh", "auth");

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(workspace.read("target/release/images"))
                .isEqualTo("auth registry.example/coursewise/auth@" + DIGEST + "\n");
    }

    @Test
    void theRegistrysPasswordIsNeitherAnArgumentNorPrinted() throws Exception {
        var outcome = workspace.script("push-image.sh", "auth");

        assertThat(Files.readString(folder.resolve("stdin"))).isEqualTo(FakeJenkins.SECRET);
        assertThat(outcome.output()).doesNotContain(FakeJenkins.SECRET);
        assertThat(workspace.calls()).noneMatch(call -> call.contains(FakeJenkins.SECRET));
    }

    @Test
    void anImageWithoutADigestIsNotReleased() throws Exception {
        workspace.program("podman", "[ \"$1\" != login ] || cat >/dev/null");

        assertThat(workspace.script("push-image.sh", "auth").status()).isNotZero();
        assertThat(workspace.root.resolve("target/release/images")).doesNotExist();
    }

    @Test
    void aServiceThatNobodyKnowsIsRefused() throws Exception {
        var outcome = workspace.script("build-image.sh", "payments");

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).contains("No service is called 'payments'");
    }

    @Test
    void whatTheScannerFindsIsLeftToTheGate() throws Exception {
        assertThat(workspace.script("scan-dependencies.sh").status()).isZero();
        assertThat(workspace.script("scan-image.sh", "auth").status()).isZero();
        assertThat(workspace.calls())
                .contains("osv-scanner scan source --lockfile target/bom.json --offline --format sarif"
                        + " --output-file target/security/dependencies.sarif");
    }

    @Test
    void aScannerThatFailsFailsTheScan() throws Exception {
        workspace.program("osv-scanner", "exit 127");

        assertThat(workspace.script("scan-dependencies.sh").status()).isNotZero();
        assertThat(workspace.script("scan-image.sh", "auth").status()).isNotZero();
    }

    @Test
    void aDatabaseOlderThanSevenDaysFailsTheScan() throws Exception {
        database("Maven", Duration.ofDays(7).plusMinutes(1));

        var outcome = workspace.script("scan-dependencies.sh");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output()).contains("is older than 7 days; the mirror must run again");
        assertThat(workspace.calls()).noneMatch(call -> call.startsWith("osv-scanner"));
    }

    @Test
    void aDatabaseThatIsNotThereFailsTheScan() throws Exception {
        Files.delete(folder.resolve("osv/osv-scalibr/Red Hat/all.zip"));

        var outcome = workspace.script("scan-image.sh", "auth");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output()).contains("Red Hat/all.zip");
    }

    @Test
    void theScanForSecretsBlacksThemOut() throws Exception {
        assertThat(workspace.script("scan-secrets.sh").status()).isZero();
        assertThat(workspace.calls()).singleElement().asString().contains("gitleaks git", "--redact", "--exit-code 0");
    }

    @Test
    void theGateIsGivenEveryReportOfAScanAndMissesNone() throws Exception {
        workspace
                .write("target/security/code-auth-war.sarif", "")
                .write("target/security/code-email-war.sarif", "")
                .program("java");

        workspace.script("gate.sh", "code", "dependencies");

        assertThat(workspace.calls())
                .containsExactly("java -jar jenkins/target/coursewise-gate.jar security/allow-list.yaml"
                        + " target/security/code-auth-war.sarif target/security/code-email-war.sarif"
                        + " target/security/dependencies*.sarif");
    }

    private void database(String ecosystem, Duration age) throws Exception {
        var file = folder.resolve("osv/osv-scalibr").resolve(ecosystem).resolve("all.zip");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "a database");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private String build(String module, String base, String name) throws Exception {
        var commit = git("rev-parse", "HEAD");
        return "podman build --file %s/Containerfile --timestamp %s --build-arg %s --build-arg VERSION=0.1.0"
                        .formatted(module, git("log", "-1", "--format=%ct"), base)
                + " --build-arg REVISION=%s --tag registry.example/coursewise/%s:%s ."
                        .formatted(commit, name, commit.substring(0, 12));
    }

    private String git(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return workspace.run(command.toArray(String[]::new)).output().strip();
    }
}
