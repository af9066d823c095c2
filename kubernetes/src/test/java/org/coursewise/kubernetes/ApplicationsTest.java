package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The four servers, under the Open Liberty operator. */
class ApplicationsTest {

    private static final List<String> SERVICES = List.of("auth", "course", "email", "console");

    @ParameterizedTest
    @EnumSource
    void thereAreTheFour(Overlay overlay) {
        assertThat(overlay.of("OpenLibertyApplication").map(Manifest::name))
                .containsExactlyInAnyOrderElementsOf(SERVICES);
    }

    @ParameterizedTest
    @EnumSource
    void noneIsExposedPastTheIngress(Overlay overlay) {
        assertThat(overlay.of("OpenLibertyApplication")).allSatisfy(application -> {
            assertThat(application.at("spec", "expose")).contains(false);
            assertThat(application.text("spec", "applicationName")).isEqualTo("coursewise");
            assertThat(application.at("spec", "networkPolicy", "namespaceLabels"))
                    .contains(Map.of("kubernetes.io/metadata.name", "traefik"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void eachIsAskedWhetherItStartedLivesAndIsReady(Overlay overlay) {
        var paths = Map.of("startup", "/health/started", "readiness", "/health/ready", "liveness", "/health/live");
        assertThat(overlay.of("OpenLibertyApplication"))
                .allSatisfy(application ->
                        paths.forEach((probe, path) -> assertThat(application.at("spec", "probes", probe, "httpGet"))
                                .contains(Map.of("path", path, "port", 9443, "scheme", "HTTPS"))));
    }

    @ParameterizedTest
    @EnumSource
    void eachAsksForWhatItUsesAndTakesNoMore(Overlay overlay) {
        assertThat(overlay.of("OpenLibertyApplication"))
                .allSatisfy(application -> Pods.assertBounded(application.at("spec", "resources")));
    }

    @ParameterizedTest
    @EnumSource
    void eachIsReplacedWithoutAGap(Overlay overlay) {
        assertThat(overlay.of("OpenLibertyApplication")).allSatisfy(application -> assertThat(
                        application.at("spec", "deployment", "updateStrategy", "rollingUpdate"))
                .contains(Map.of("maxUnavailable", 0, "maxSurge", 1)));
    }

    @ParameterizedTest
    @EnumSource(names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
    void eachIsThereTwiceAtLeastAndALostNodeTakesOneAtMost(Overlay overlay) {
        assertThat(overlay.of("OpenLibertyApplication")).allSatisfy(application -> {
            assertThat((Integer)
                            application.at("spec", "autoscaling", "minReplicas").orElseThrow())
                    .isGreaterThanOrEqualTo(2);
            assertThat(application.at("spec", "resources", "requests", "cpu")).isPresent();
            var budget = overlay.one("PodDisruptionBudget", application.name());
            assertThat(budget.at("spec", "maxUnavailable")).contains(1);
            assertThat(budget.at("spec", "selector", "matchLabels"))
                    .contains(Map.of("app.kubernetes.io/instance", application.name()));
        });
    }

    @ParameterizedTest
    @EnumSource(names = "LOCAL")
    void aLaptopRunsOneOfEach(Overlay overlay) {
        assertThat(overlay.of("OpenLibertyApplication")).allSatisfy(application -> {
            assertThat(application.at("spec", "autoscaling")).isEmpty();
            assertThat(application.at("spec", "replicas")).contains(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void eachIsRestrictedAndWritesToItsVolumesAlone(Overlay overlay) {
        assertThat(overlay.of("OpenLibertyApplication")).allSatisfy(application -> {
            Pods.assertRestricted(application.at("spec", "securityContext"), Map.of());
            Pods.assertReadOnly(application.at("spec", "securityContext"));
            assertThat(application.at("spec", "serviceAccount", "mountToken")).contains(false);
            assertThat(application.at("spec", "disableServiceLinks")).contains(true);
            assertThat(application
                            .each("spec", "volumeMounts")
                            .filter(mount -> mount.at("readOnly").isEmpty())
                            .map(mount -> mount.text("mountPath")))
                    .containsExactlyInAnyOrder("/opt/ol/wlp/output", "/logs", "/tmp");
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyVolumeIsMountedAndEveryMountHasAVolume(Overlay overlay) {
        assertThat(overlay.of("OpenLibertyApplication")).allSatisfy(application -> assertThat(
                        application.each("spec", "volumeMounts").map(mount -> mount.text("name")))
                .containsExactlyInAnyOrderElementsOf(application
                        .each("spec", "volumes")
                        .map(volume -> volume.text("name"))
                        .toList()));
    }
}
