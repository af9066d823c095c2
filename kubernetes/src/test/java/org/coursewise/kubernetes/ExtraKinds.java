package org.coursewise.kubernetes;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we use of the kinds that come with Traefik and with Prometheus's operator. */
final class ExtraKinds {

    private ExtraKinds() {}

    record PodMonitor(String apiVersion, String kind, ObjectMeta metadata, PodMonitorSpec spec) {}

    record PodMonitorSpec(LabelSelector selector, List<PodEndpoint> podMetricsEndpoints) {}

    record PodEndpoint(String port, @Nullable String path, String interval) {}

    record ServersTransport(String apiVersion, String kind, ObjectMeta metadata, ServersTransportSpec spec) {}

    record ServersTransportSpec(String serverName, List<RootCa> rootCAs) {}

    record RootCa(String secret) {}
}
