package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every object of every overlay. */
class RenderedSetTest {

    private static final Pattern SECRET_NAME = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|_KEYS?)");
    private static final Set<String> PLATFORM =
            Set.of("Namespace", "Issuer", "Certificate", "KafkaTopic", "KafkaUser", "KafkaNodePool");

    @ParameterizedTest
    @EnumSource
    void everyObjectIsOnceThere(Overlay overlay) {
        assertThat(overlay.manifests().stream().map(Manifest::toString))
                .hasSizeGreaterThan(70)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyObjectLivesInTheNamespaceAndBelongsToCoursewise(Overlay overlay) {
        for (var manifest : overlay.manifests()) {
            assertThat(manifest.labels()).as("%s", manifest).containsEntry("app.kubernetes.io/part-of", "coursewise");
            if (!manifest.kind().equals("Namespace")) {
                assertThat(manifest.text("metadata", "namespace"))
                        .as("%s", manifest)
                        .isEqualTo("coursewise");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatRunsSaysItsName(Overlay overlay) {
        for (var kind :
                List.of("OpenLibertyApplication", "Deployment", "CronJob", "Cluster", "Kafka", "MongoDBCommunity")) {
            assertThat(overlay.of(kind)).as(kind).isNotEmpty().allSatisfy(manifest -> assertThat(manifest.labels())
                    .containsEntry("app.kubernetes.io/name", manifest.name()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNamespaceTakesNothingButTheRestricted(Overlay overlay) {
        assertThat(overlay.one("Namespace", "coursewise").labels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }

    @ParameterizedTest
    @EnumSource
    void noSecretStandsInGit(Overlay overlay) {
        assertThat(overlay.of("Secret")).isEmpty();
        for (var manifest : overlay.manifests()) {
            for (var part : manifest.parts()) {
                if (part.at("name").isPresent() && part.at("value").isPresent()) {
                    assertNoSecret(manifest, part.text("name"), part.text("value"));
                }
            }
        }
        overlay.of("ConfigMap").forEach(settings -> settings.at("data")
                .map(Manifest::map)
                .orElse(Map.of())
                .forEach((name, value) -> assertNoSecret(settings, name, String.valueOf(value))));
    }

    private static void assertNoSecret(Manifest where, String name, String value) {
        // a path says where a secret is, not what it is
        if (SECRET_NAME.matcher(name).matches() && !value.startsWith("/")) {
            throw new AssertionError(where + " holds " + name + " in clear text");
        }
        assertThat(value).as("%s %s", where, name).doesNotContainPattern("://[^/@ ]+:[^/@ ]+@");
    }

    @ParameterizedTest
    @EnumSource
    void everyImageIsOfAKnownVersion(Overlay overlay) {
        var images = overlay.manifests().stream()
                .flatMap(manifest -> manifest.parts().stream())
                .flatMap(part ->
                        Stream.of("image", "imageName", "applicationImage").flatMap(key -> part.at(key).stream()))
                .map(String::valueOf)
                .distinct()
                .toList();

        assertThat(images).hasSizeGreaterThan(6).allSatisfy(image -> assertThat(image)
                .matches("[a-z0-9.-]+\\.[a-z]+/[^:@]+(:[\\w.-]+|@sha256:[0-9a-f]{64})")
                .doesNotEndWith(":latest"));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyHoldsATokenOfTheKubernetesApiButWhoUsesIt(Overlay overlay) {
        assertThat(overlay.of("ServiceAccount")
                        .filter(account -> !account.name().equals("mongodb-kubernetes-appdb")))
                .isNotEmpty()
                .allSatisfy(account ->
                        assertThat(account.text("automountServiceAccountToken")).isEqualTo("false"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCAL", "STAGING", "PRODUCTION"})
    void onlyKindsOfTheOperatorsAboveAreNeeded(Overlay overlay) {
        var groups = overlay.manifests().stream()
                .map(Manifest::apiVersion)
                .filter(version -> version.contains("."))
                .filter(version -> !version.contains(".k8s.io/"))
                .distinct();

        assertThat(groups)
                .containsExactlyInAnyOrder(
                        "apps.openliberty.io/v1",
                        "cert-manager.io/v1",
                        "kafka.strimzi.io/v1",
                        "mongodbcommunity.mongodb.com/v1",
                        "postgresql.cnpg.io/v1");
        assertThat(PLATFORM).allSatisfy(kind -> assertThat(overlay.of(kind)).isNotEmpty());
    }
}
