package org.coursewise.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy.sh and roll-back.sh, on a cluster of which kubectl tells. */
class DeploymentTest {

    private static final String OLD = "registry.example/coursewise/auth@sha256:01d";
    private static final String NEW = "registry.example/coursewise/auth@sha256:2e3";
    private static final String PATCH_AUTH =
            "kubectl --namespace coursewise patch openlibertyapplication/auth --type json"
                    + " --patch [{\"op\": \"replace\", \"path\": \"/spec/applicationImage\", \"value\": \"%s\"}]";

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void aClusterWithAuthAndTheWorker() throws Exception {
        workspace = new Workspace(folder)
                .set("COURSEWISE_ROLLOUT_SECONDS", "60")
                // Each look at auth after a change finds the operator a step further
                .program("sleep", "echo 3 >\"$HOME/observed\"")
                .program(
                        "kubectl",
                        "case \"$*\" in",
                        "  *'get openlibertyapplication/auth'*observedGeneration*)",
                        "    echo \"3 $(cat \"$HOME/observed\" 2>/dev/null || echo 2)\" ;;",
                        "  *observedGeneration*) echo '1 1' ;;",
                        "  *'get openlibertyapplication/auth'*) cat \"$HOME/live\" 2>/dev/null || printf " + OLD
                                + " ;;",
                        "  *'get deployment/worker'*) printf worker@sha256:01d ;;",
                        "  *'patch openlibertyapplication/auth'*) printf " + NEW + " >\"$HOME/live\" ;;",
                        "esac");
    }

    @Test
    void aServiceIsPatchedAndAwaitedAndWhatRanBeforeIsWrittenDown() throws Exception {
        workspace.write("target/release/images", "auth " + NEW + "\n").write("target/release/changed", "auth\n");

        var outcome = workspace.script("deploy.sh", "staging");

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(workspace.read("target/release/staging.before"))
                .isEqualTo("auth " + OLD + "\nrecommender-worker worker@sha256:01d\n");
        assertThat(workspace.calls())
                .filteredOn(call -> call.contains("patch") || call.contains("rollout") || call.contains(" wait "))
                .containsExactly(
                        PATCH_AUTH.formatted(NEW),
                        "kubectl --namespace coursewise rollout status deployment/auth --timeout 60s",
                        "kubectl --namespace coursewise wait openlibertyapplication/auth --for condition=Ready --timeout 60s");
    }

    @Test
    void readyCountsOnlyOnceTheOperatorHasTakenInTheChange() throws Exception {
        workspace.write("target/release/images", "auth " + NEW + "\n").write("target/release/changed", "auth\n");

        workspace.script("deploy.sh", "staging");

        var calls = workspace.calls();
        assertThat(calls.indexOf("sleep 2"))
                .isPositive()
                .isLessThan(
                        calls.indexOf("kubectl --namespace coursewise rollout status deployment/auth --timeout 60s"));
    }

    @Test
    void anOperatorThatNeverTakesItInFailsTheDeployment() throws Exception {
        workspace
                .set("COURSEWISE_ROLLOUT_SECONDS", "0")
                .write("target/release/images", "auth " + NEW + "\n")
                .write("target/release/changed", "auth\n");

        var outcome = workspace.script("deploy.sh", "staging");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output()).contains("The operator has not taken in auth within 0 seconds.");
    }

    @Test
    void theWorkerIsADeploymentAndHasNoOperator() throws Exception {
        workspace
                .write("target/release/images", "recommender-worker worker@sha256:2e3\n")
                .write("target/release/changed", "recommender-worker\n");

        assertThat(workspace.script("deploy.sh", "staging").status()).isZero();
        assertThat(workspace.calls())
                .contains("kubectl --namespace coursewise patch deployment/worker --type json --patch [{\"op\":"
                        + " \"replace\", \"path\": \"/spec/template/spec/containers/0/image\", \"value\":"
                        + " \"worker@sha256:2e3\"}]")
                .noneMatch(call -> call.contains("worker --for condition"));
    }

    @Test
    void aRolloutThatDoesNotComeToAnEndFails() throws Exception {
        workspace
                .program(
                        "kubectl",
                        "case \"$*\" in *observedGeneration*) echo '1 1' ;; *'rollout status'*) exit 1 ;; esac")
                .write("target/release/images", "auth " + NEW + "\n")
                .write("target/release/changed", "auth\n");

        assertThat(workspace.script("deploy.sh", "staging").status()).isNotZero();
    }

    @Test
    void changedManifestsAreAppliedWithTheImagesThatRunOrAreNew() throws Exception {
        Workspace.requireOnPath("kubectl");
        var kubectl = realKubectl();
        workspace
                .write("kubernetes/overlays/staging/kustomization.yaml", "resources: [all.yaml]\n")
                .write("kubernetes/overlays/staging/all.yaml", """
                        apiVersion: apps.openliberty.io/v1
                        kind: OpenLibertyApplication
                        metadata: {name: auth}
                        spec: {applicationImage: from-git}
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: worker}
                        spec: {template: {spec: {containers: [{name: worker, image: from-git}]}}}
                        """)
                .program(
                        "kubectl",
                        "case \"$*\" in",
                        "  *observedGeneration*) echo '1 1' ;;",
                        "  *'get openlibertyapplication/auth'*) printf " + OLD + " ;;",
                        "  *'get deployment/worker'*) printf worker@sha256:01d ;;",
                        "  apply*) " + kubectl + " kustomize target/release/rendered >applied ;;",
                        "esac")
                .write("target/release/images", "auth " + NEW + "\n")
                .write("target/release/changed", "auth\nkubernetes\n");

        var outcome = workspace.script("deploy.sh", "staging");

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(workspace.read("applied"))
                .contains("applicationImage: " + NEW, "image: worker@sha256:01d")
                .doesNotContain("from-git");
        assertThat(workspace.calls())
                .noneMatch(call -> call.contains(" patch "))
                .anyMatch(call -> call.contains("rollout status deployment/worker"));
    }

    @Test
    void aRollBackBringsBackTheImagesAndWaitsForThem() throws Exception {
        workspace.write("target/release/images", "auth " + NEW + "\n").write("target/release/changed", "auth\n");
        workspace.script("deploy.sh", "staging");

        var outcome = workspace.script("roll-back.sh", "staging", "");

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(workspace.calls())
                .filteredOn(call -> call.contains(" patch "))
                // the worker still has what it had: it is left alone
                .containsExactly(PATCH_AUTH.formatted(NEW), PATCH_AUTH.formatted(OLD));
    }

    @Test
    void aRollBackBringsBackTheManifestsOfTheLastSuccess() throws Exception {
        Workspace.requireOnPath("kubectl");
        var kubectl = realKubectl();
        workspace
                .write("kubernetes/overlays/staging/kustomization.yaml", "resources: [auth.yaml]\n")
                .write("kubernetes/overlays/staging/auth.yaml", auth("former"))
                .commit()
                .write("kubernetes/overlays/staging/auth.yaml", auth("latter"))
                .commit()
                .program(
                        "kubectl",
                        "case \"$*\" in",
                        "  *observedGeneration*) echo '1 1' ;;",
                        "  apply*) " + kubectl + " kustomize target/release/rendered >applied ;;",
                        "esac")
                .write("target/release/changed", "kubernetes\n")
                .write("target/release/staging.before", "auth " + OLD + "\n");

        var outcome = workspace.script("roll-back.sh", "staging", "HEAD~1");

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(workspace.read("applied"))
                .contains("applicationName: former", "applicationImage: " + OLD)
                .doesNotContain("latter");
    }

    @Test
    void aServiceThatDoesNotComeBackFailsTheRollBackButTheOthersAreTried() throws Exception {
        workspace
                .program(
                        "kubectl",
                        "case \"$*\" in *observedGeneration*) echo '1 1' ;; *'status deployment/auth'*) exit 1 ;; esac")
                .write("target/release/changed", "auth email\n")
                .write("target/release/staging.before", "auth " + OLD + "\nemail email@sha256:01d\n");

        var outcome = workspace.script("roll-back.sh", "staging");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output()).contains("Not back: auth").contains("Back to email@sha256:01d");
    }

    @Test
    void withoutADeploymentThereIsNothingToRollBack() throws Exception {
        var outcome = workspace.script("roll-back.sh", "staging");

        assertThat(outcome.status()).isZero();
        assertThat(workspace.calls()).isEmpty();
    }

    private String realKubectl() throws Exception {
        return workspace
                .run("sh", "-c", "PATH=${PATH#*:}; command -v kubectl")
                .output()
                .strip();
    }

    private static String auth(String application) {
        return """
               apiVersion: apps.openliberty.io/v1
               kind: OpenLibertyApplication
               metadata: {name: auth}
               spec: {applicationName: %s, applicationImage: from-git}
               """.formatted(application);
    }
}
