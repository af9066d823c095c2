package org.coursewise.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JenkinsfileTest {

    private static final Path CHECKOUT = Path.of("..");
    private static final String ALL = "auth\ncourse\nemail\nconsole\nrecommender-worker\nkubernetes\n";

    @Test
    void whenNothingChangedItIsBuiltTestedAndScannedAndNoMore() throws Exception {
        var jenkins = mainWith("").run(jenkinsfile());

        assertThat(jenkins.result).isEqualTo("SUCCESS");
        assertThat(jenkins.commands)
                .contains(
                        "mvn --batch-mode --no-transfer-progress package",
                        "mvn --batch-mode --no-transfer-progress -DskipUnitTests verify",
                        "jenkins/gate.sh code dependencies secrets")
                .noneMatch(command -> command.contains("image") || command.contains("deploy"));
        assertThat(jenkins.stages).doesNotContain("Images", "Staging", "Approval", "Production");
    }

    @Test
    void whenOneServiceChangedItsImageAloneIsBuiltScannedPushedAndDeployedTwice() throws Exception {
        var jenkins = mainWith("course").run(jenkinsfile());

        assertThat(jenkins.result).isEqualTo("SUCCESS");
        assertThat(jenkins.commands)
                .filteredOn(command -> command.contains("image"))
                .containsExactly(
                        "jenkins/build-server-image.sh",
                        "jenkins/build-image.sh course",
                        "jenkins/scan-image.sh course",
                        "jenkins/gate.sh image-course",
                        "jenkins/push-image.sh course");
        assertThat(jenkins.commands)
                .filteredOn(command -> command.contains("deploy.sh") || command.contains("smoke-test.sh"))
                .containsExactly(
                        "jenkins/deploy.sh staging",
                        "jenkins/smoke-test.sh \"$COURSEWISE_STAGING_API\" \"$COURSEWISE_STAGING_CONSOLE\"",
                        "jenkins/deploy.sh production",
                        "jenkins/smoke-test.sh \"$COURSEWISE_PRODUCTION_API\" \"$COURSEWISE_PRODUCTION_CONSOLE\"");
        assertThat(jenkins.commands).noneMatch(command -> command.contains("roll-back"));
        assertThat(jenkins.said).contains("Approved by ada");
    }

    @Test
    void whenAllChangedEveryServiceGetsAnImageAndTheManifestsGetNone() throws Exception {
        var jenkins = mainWith(ALL).run(jenkinsfile());

        assertThat(jenkins.commands)
                .filteredOn(command -> command.contains("push-image"))
                .containsExactly(
                        "jenkins/push-image.sh auth",
                        "jenkins/push-image.sh course",
                        "jenkins/push-image.sh email",
                        "jenkins/push-image.sh console",
                        "jenkins/push-image.sh recommender-worker");
        assertThat(jenkins.commands)
                .contains("jenkins/gate.sh image-auth image-course image-email image-console image-recommender-worker");
    }

    @Test
    void theWorkerIsNoServerAndNeedsNoImageOfOne() throws Exception {
        var jenkins = mainWith("recommender-worker").run(jenkinsfile());

        assertThat(jenkins.commands)
                .contains("jenkins/push-image.sh recommender-worker")
                .doesNotContain("jenkins/build-server-image.sh");
    }

    @Test
    void whenOnlyTheManifestsChangedTheyAreDeployedWithoutAnImage() throws Exception {
        var jenkins = mainWith("kubernetes").run(jenkinsfile());

        assertThat(jenkins.stages).contains("Staging", "Production").doesNotContain("Images");
    }

    @Test
    void aFailingUnitTestStopsEverythingAndItsReportIsPublished() throws Exception {
        var jenkins = mainWith(ALL).failingAt("progress package").run(jenkinsfile());

        assertThat(jenkins.result).isEqualTo("FAILURE");
        assertThat(jenkins.testReports).containsExactly("**/target/surefire-reports/TEST-*.xml");
        assertThat(jenkins.stages).last().isEqualTo("Unit tests");
    }

    @Test
    void aFailingIntegrationTestStopsEverythingAndItsReportIsPublished() throws Exception {
        var jenkins = mainWith(ALL).failingAt("verify").run(jenkinsfile());

        assertThat(jenkins.result).isEqualTo("FAILURE");
        assertThat(jenkins.testReports).contains("**/target/failsafe-reports/TEST-*.xml");
        assertThat(jenkins.stages).last().isEqualTo("Integration tests");
    }

    @Test
    void aScanThatCannotRunLeadsToNoImageAndNoDeployment() throws Exception {
        for (var scan : List.of("inspect.sh", "scan-dependencies.sh", "scan-secrets.sh")) {
            var jenkins = mainWith(ALL).failingAt(scan).run(jenkinsfile());

            assertThat(jenkins.result).as(scan).isEqualTo("FAILURE");
            assertThat(jenkins.stages).as(scan).doesNotContain("Gate", "Images", "Staging", "Production");
        }
    }

    @Test
    void aShutGateLeadsToNoImageAndNoDeployment() throws Exception {
        var jenkins = mainWith(ALL).failingAt("gate.sh code").run(jenkinsfile());

        assertThat(jenkins.result).isEqualTo("FAILURE");
        assertThat(jenkins.stages).last().isEqualTo("Gate");
    }

    @Test
    void aShutGateForImagesLeadsToNoPushAndNoDeployment() throws Exception {
        var jenkins = mainWith(ALL).failingAt("gate.sh image").run(jenkinsfile());

        assertThat(jenkins.result).isEqualTo("FAILURE");
        assertThat(jenkins.stages).last().isEqualTo("Gate for images");
    }

    @Test
    void aFailingRolloutIsRolledBackAndFailsTheBuild() throws Exception {
        var jenkins = mainWith("auth").failingAt("deploy.sh staging").run(jenkinsfile());

        assertThat(jenkins.result).isEqualTo("FAILURE");
        assertThat(jenkins.commands).last().isEqualTo("jenkins/roll-back.sh staging \"$BASE\"");
        assertThat(jenkins.stages).last().isEqualTo("Staging");
    }

    @Test
    void aFailingSmokeTestIsRolledBackAndFailsTheBuild() throws Exception {
        var jenkins = mainWith("auth").failingAt("smoke-test.sh").run(jenkinsfile());

        assertThat(jenkins.result).isEqualTo("FAILURE");
        assertThat(jenkins.commands).last().isEqualTo("jenkins/roll-back.sh staging \"$BASE\"");
    }

    @Test
    void productionIsRolledBackByItself() throws Exception {
        var jenkins = mainWith("auth").failingAt("deploy.sh production").run(jenkinsfile());

        assertThat(jenkins.result).isEqualTo("FAILURE");
        assertThat(jenkins.commands)
                .filteredOn(command -> command.contains("roll-back"))
                .containsExactly("jenkins/roll-back.sh production \"$BASE\"");
    }

    @Test
    void withoutApprovalProductionIsLeftAlone() throws Exception {
        var jenkins = mainWith("auth").declining().run(jenkinsfile());

        assertThat(jenkins.result).isEqualTo("ABORTED");
        assertThat(jenkins.commands).contains("jenkins/deploy.sh staging").noneMatch(c -> c.contains("production"));
    }

    @Test
    void aBranchThatIsNotMainIsBuiltTestedAndScannedOnly() throws Exception {
        var jenkins = FakeJenkins.onBranch("feature/reviews")
                .answering("changed-services.sh", ALL)
                .run(jenkinsfile());

        assertThat(jenkins.result).isEqualTo("SUCCESS");
        assertThat(jenkins.stages).last().isEqualTo("Gate");
        assertThat(jenkins.credentials).isEmpty();
    }

    @Test
    void noSecretIsInAnyCommandOrMessage() throws Exception {
        var jenkins = mainWith(ALL)
                .failingAt("smoke-test.sh \"$COURSEWISE_PRODUCTION")
                .run(jenkinsfile());

        assertThat(jenkins.credentials)
                .containsOnly(
                        "coursewise-registry", "coursewise-kubeconfig-staging", "coursewise-kubeconfig-production");
        assertThat(jenkins.commands).noneMatch(command -> command.contains(FakeJenkins.SECRET));
        assertThat(jenkins.said).noneMatch(message -> message.contains(FakeJenkins.SECRET));
    }

    @Test
    void everyCheckoutIsCleanedBeforeItIsUsed() throws Exception {
        var jenkins = mainWith("auth").run(jenkinsfile());

        assertThat(jenkins.commands)
                .filteredOn(command -> command.equals("git clean -fdxq"))
                .hasSize(3);
    }

    @Test
    void oneBuildOfABranchRunsAtATimeAndNoneForever() throws Exception {
        var pipeline = mainWith("").run(jenkinsfile()).pipeline;

        assertThat(pipeline.options).contains("disableConcurrentBuilds", "skipDefaultCheckout");
        assertThat(pipeline.stages)
                .filteredOn(stage -> Set.of("Build", "Approval").contains(stage.name))
                .hasSize(2)
                .allMatch(stage -> stage.options.contains("timeout"));
    }

    @Test
    void everyScriptItCallsIsThereAndCanBeRun() throws Exception {
        var scripts = Pattern.compile("jenkins/[a-z-]+\\.sh")
                .matcher(Files.readString(jenkinsfile()))
                .results()
                .map(match -> CHECKOUT.resolve(match.group()))
                .toList();

        assertThat(scripts).hasSizeGreaterThan(10).allMatch(Files::isExecutable);
    }

    private static FakeJenkins mainWith(String changed) {
        return FakeJenkins.onBranch("main").answering("changed-services.sh", changed);
    }

    private static Path jenkinsfile() throws IOException {
        return CHECKOUT.resolve("Jenkinsfile").toRealPath();
    }
}
