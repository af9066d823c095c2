package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TracingTest {

    private static final List<String> MAKERS = List.of("auth", "course", "email", "worker");
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    @Test
    void whoMakesSpansKnowsTheCollectorAndMayReachIt() {
        var overlay = Overlay.PRODUCTION_WITH_EXTRAS;
        assertThat(workloads(overlay).filter(TracingTest::hasCollector).map(Manifest::name))
                .containsExactlyInAnyOrderElementsOf(MAKERS);

        var policy = overlay.one("NetworkPolicy", "spans");
        assertThat(policy.at("spec", "podSelector", "matchExpressions").toString())
                .contains(MAKERS);
        assertThat(policy.at("spec", "egress").toString()).contains("monitoring", "4318");
    }

    @Test
    void withoutTheComponentNobodyMakesSpans() {
        assertThat(workloads(Overlay.PRODUCTION)).isNotEmpty().noneMatch(TracingTest::hasCollector);
    }

    private static Stream<Manifest> workloads(Overlay overlay) {
        return Stream.concat(overlay.of("OpenLibertyApplication"), overlay.of("Deployment"));
    }

    private static boolean hasCollector(Manifest workload) {
        return workload.parts().stream().flatMap(part -> part.each("env")).anyMatch(variable -> variable.text("name")
                .equals(ENDPOINT));
    }
}
