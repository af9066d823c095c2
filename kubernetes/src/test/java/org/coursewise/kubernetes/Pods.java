package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pod security standard «restricted» asks, and a little more. */
final class Pods {

    private Pods() {}

    /** @param pod the pod's own security context, which counts where the container says nothing */
    static void assertRestricted(Optional<Object> container, Map<String, Object> pod) {
        assertThat(container).as("security context").isPresent();
        var own = Manifest.map(container.orElseThrow());
        assertThat(own).containsEntry("allowPrivilegeEscalation", false);
        assertThat(own).containsEntry("capabilities", Map.of("drop", List.of("ALL")));
        assertThat(own.getOrDefault("privileged", false)).isEqualTo(false);
        assertThat(own.getOrDefault("runAsNonRoot", pod.get("runAsNonRoot"))).isEqualTo(true);
        assertThat(own.getOrDefault("seccompProfile", pod.get("seccompProfile")))
                .isEqualTo(Map.of("type", "RuntimeDefault"));
    }

    static void assertReadOnly(Optional<Object> container) {
        assertThat(Manifest.map(container.orElseThrow())).containsEntry("readOnlyRootFilesystem", true);
    }

    static void assertBounded(Optional<Object> resources) {
        assertThat(resources).as("resources").isPresent();
        for (var bound : List.of("requests", "limits")) {
            assertThat(Manifest.map(resources.orElseThrow())).containsKey(bound);
            assertThat(Manifest.map(Manifest.map(resources.orElseThrow()).get(bound)))
                    .as(bound)
                    .containsKeys("cpu", "memory");
        }
    }
}
