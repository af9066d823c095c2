package org.coursewise.kubernetes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What we use of the kinds that come with Traefik and with Prometheus's operator. */
final class ExtraKinds {

    private ExtraKinds() {}

    record PodMonitor(String apiVersion, String kind, ObjectMeta metadata, PodMonitorSpec spec) {}

    record PodMonitorSpec(LabelSelector selector, List<PodEndpoint> podMetricsEndpoints) {}

    record PodEndpoint(String port, @Nullable String path, String interval) {}

    record PrometheusRule(String apiVersion, String kind, ObjectMeta metadata, PrometheusRuleSpec spec) {}

    record PrometheusRuleSpec(List<RuleGroup> groups) {}

    record RuleGroup(String name, @Nullable String interval, List<Alert> rules) {}

    record Alert(
            String alert,
            String expr,
            @JsonProperty("for") @Nullable String lasting,
            Map<String, String> labels,
            Map<String, String> annotations) {}

    record ServersTransport(String apiVersion, String kind, ObjectMeta metadata, ServersTransportSpec spec) {}

    record ServersTransportSpec(String serverName, List<RootCa> rootCAs) {}

    record RootCa(String secret) {}
}
