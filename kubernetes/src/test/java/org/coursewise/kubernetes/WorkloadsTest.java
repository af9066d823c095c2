package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What runs beside the servers: the worker, the nightly training, the stores. */
class WorkloadsTest {

    @ParameterizedTest
    @EnumSource
    void everyContainerIsRestrictedAndBounded(Overlay overlay) {
        assertThat(pods(overlay)).hasSizeGreaterThanOrEqualTo(3).allSatisfy(pod -> {
            var context = pod.at("securityContext").map(Manifest::map).orElse(Map.of());
            assertThat(Stream.concat(pod.each("containers"), pod.each("initContainers")))
                    .isNotEmpty()
                    .allSatisfy(container -> {
                        Pods.assertRestricted(container.at("securityContext"), context);
                        Pods.assertReadOnly(container.at("securityContext"));
                        Pods.assertBounded(container.at("resources"));
                    });
        });
    }

    @ParameterizedTest
    @EnumSource
    void theWorkerIsReplacedWithoutAGap(Overlay overlay) {
        assertThat(overlay.one("Deployment", "worker").at("spec", "strategy", "rollingUpdate"))
                .contains(Map.of("maxUnavailable", 0, "maxSurge", 1));
    }

    @ParameterizedTest
    @EnumSource
    void aModelIsAskedForOnceANight(Overlay overlay) {
        var training = overlay.one("CronJob", "training");

        assertThat(training.text("spec", "concurrencyPolicy")).isEqualTo("Forbid");
        assertThat(training.text("spec", "timeZone")).isEqualTo("Etc/UTC");
        assertThat(training.at("spec", "startingDeadlineSeconds")).isPresent();
        assertThat(training.at("spec", "jobTemplate", "spec", "activeDeadlineSeconds"))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void everyStoreWritesToAPersistentVolume(Overlay overlay) {
        assertThat(overlay.of("Cluster")).hasSize(2).allSatisfy(cluster -> {
            assertThat(cluster.at("spec", "storage", "size")).isPresent();
            assertThat(cluster.at("spec", "walStorage", "size")).isPresent();
        });
        assertThat(overlay.of("KafkaNodePool")).hasSize(2).allSatisfy(pool -> assertThat(
                        pool.parts().stream().filter(part -> part.at("type").isPresent()))
                .extracting(part -> part.text("type"))
                .contains("persistent-claim"));
        assertThat(overlay.one("MongoDBCommunity", "email-mongodb")
                        .each("spec", "statefulSet", "spec", "volumeClaimTemplates"))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
    void aStoreLosesAMemberWithoutLosingAWrite(Overlay overlay) {
        assertThat(overlay.of("Cluster")).allSatisfy(cluster -> {
            assertThat(cluster.at("spec", "instances")).contains(3);
            assertThat(cluster.at("spec", "postgresql", "synchronous", "number"))
                    .contains(1);
            assertThat(cluster.text("spec", "postgresql", "synchronous", "dataDurability"))
                    .isEqualTo("required");
            assertThat(overlay.one("ScheduledBackup", cluster.name()).text("spec", "cluster", "name"))
                    .isEqualTo(cluster.name());
        });
        var kafka = overlay.one("Kafka", "events");
        assertThat(kafka.at("spec", "kafka", "config", "min.insync.replicas")).contains(2);
        assertThat(overlay.of("KafkaNodePool"))
                .allSatisfy(pool -> assertThat(pool.at("spec", "replicas")).contains(3));
        assertThat(overlay.of("KafkaTopic")).allSatisfy(topic -> {
            assertThat(topic.at("spec", "replicas")).contains(3);
            assertThat(topic.at("spec", "config", "min.insync.replicas")).contains("2");
        });
        assertThat(overlay.one("MongoDBCommunity", "email-mongodb").at("spec", "members"))
                .contains(3);
    }

    @ParameterizedTest
    @EnumSource
    void storesSpeakTlsAlone(Overlay overlay) {
        assertThat(overlay.of("Cluster")).allSatisfy(cluster -> assertThat(
                        Manifest.list(cluster.at("spec", "postgresql", "pg_hba").orElseThrow()))
                .asString()
                .contains("hostnossl all all all reject"));
        assertThat(overlay.one("Kafka", "events").each("spec", "kafka", "listeners"))
                .hasSize(1)
                .allSatisfy(listener -> {
                    assertThat(listener.at("tls")).contains(true);
                    assertThat(listener.text("authentication", "type")).isEqualTo("tls");
                });
        assertThat(overlay.one("Kafka", "events").text("spec", "kafka", "authorization", "type"))
                .isEqualTo("simple");
        assertThat(overlay.one("MongoDBCommunity", "email-mongodb").at("spec", "security", "tls", "enabled"))
                .contains(true);
    }

    private static Stream<Manifest> pods(Overlay overlay) {
        return Stream.of(
                        overlay.of("Deployment").map(manifest -> manifest.at("spec", "template", "spec")),
                        overlay.of("CronJob")
                                .map(manifest -> manifest.at("spec", "jobTemplate", "spec", "template", "spec")),
                        overlay.of("MongoDBCommunity")
                                .map(manifest -> manifest.at("spec", "statefulSet", "spec", "template", "spec")))
                .flatMap(found -> found)
                .map(found -> Manifest.of(found.orElseThrow()));
    }
}
