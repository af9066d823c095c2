package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may talk to whom. */
class NetworkTest {

    private static final String INSTANCE = "app.kubernetes.io/instance";

    @ParameterizedTest
    @EnumSource
    void nobodyTalksUnlessSaid(Overlay overlay) {
        var deny = overlay.one("NetworkPolicy", "default-deny");

        assertThat(deny.at("spec"))
                .contains(Map.of("podSelector", Map.of(), "policyTypes", List.of("Ingress", "Egress")));
    }

    @ParameterizedTest
    @EnumSource
    void everyPolicyIsAboutSomebodyThatIsThere(Overlay overlay) {
        var instances = Stream.of("OpenLibertyApplication", "Deployment", "CronJob", "MongoDBCommunity")
                .flatMap(overlay::of)
                .map(Manifest::name)
                .collect(Collectors.toSet());

        assertThat(overlay.of("NetworkPolicy").flatMap(policy -> policy.parts().stream()))
                .isNotEmpty()
                .allSatisfy(part -> {
                    part.at("matchLabels", INSTANCE)
                            .ifPresent(name -> assertThat(instances).contains(String.valueOf(name)));
                    part.at("matchLabels", "cnpg.io/cluster")
                            .ifPresent(name -> assertThat(overlay.one("Cluster", String.valueOf(name)))
                                    .isNotNull());
                    part.at("matchLabels", "strimzi.io/cluster")
                            .ifPresent(name -> assertThat(overlay.one("Kafka", String.valueOf(name)))
                                    .isNotNull());
                    if (part.at("key").filter(INSTANCE::equals).isPresent()) {
                        assertThat(Manifest.list(part.at("values").orElseThrow()))
                                .allSatisfy(name -> assertThat(instances).contains(String.valueOf(name)));
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void aServiceReachesItsStoresAndNoOther(Overlay overlay) {
        assertThat(reached(overlay, "auth")).containsExactlyInAnyOrder("auth:9443", "auth-db:5432", "events:9093");
        assertThat(reached(overlay, "course")).containsExactlyInAnyOrder("auth:9443", "course-db:5432", "events:9093");
        assertThat(reached(overlay, "email"))
                .containsExactlyInAnyOrder("auth:9443", "email-mongodb-svc:27017", "events:9093", "anywhere:587");
        assertThat(reached(overlay, "worker")).containsExactly("course-db:5432");
        assertThat(reached(overlay, "training")).containsExactlyInAnyOrder("[auth, course]:9443");
        assertThat(reached(overlay, "console")).containsExactly("traefik:8443");
    }

    @ParameterizedTest
    @EnumSource(names = "PRODUCTION_WITH_EXTRAS")
    void sparkReachesCoursesDatabaseAndItselfAndTheDriverTheKubernetesApi(Overlay overlay) {
        assertThat(reached(overlay, "spark-training")).containsExactly("course-db:5432", "spark-training:7078");
        assertThat(reached(overlay, "spark-driver")).containsExactly("anywhere:443");
        assertThat(overlay.one("NetworkPolicy", "course-db").parts().stream()
                        .flatMap(part -> part.at("values").stream()))
                .contains(List.of("course", "worker", "spark-training"));
    }

    /** Whom a policy of this name lets its pods talk to, with the port. */
    private static List<String> reached(Overlay overlay, String name) {
        return overlay.one("NetworkPolicy", name)
                .each("spec", "egress")
                .flatMap(rule -> {
                    var port = rule.each("ports").findFirst().orElseThrow().text("port");
                    return rule.at("to").isEmpty()
                            ? Stream.of("anywhere:" + port)
                            : rule.each("to").map(peer -> whom(peer) + ":" + port);
                })
                .toList();
    }

    private static String whom(Manifest peer) {
        return peer.at("podSelector", "matchLabels")
                .map(labels ->
                        String.valueOf(Manifest.map(labels).values().iterator().next()))
                .orElseGet(() -> peer.each("podSelector", "matchExpressions")
                        .findFirst()
                        .orElseThrow()
                        .text("values"));
    }
}
