package org.coursewise.kubernetes;

import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What we use of {@code apps.openliberty.io/v1}, for which there is no model to be had. */
final class OpenLibertyKinds {

    private OpenLibertyKinds() {}

    record Application(
            @Nullable String apiVersion,
            @Nullable String kind,
            @Nullable ObjectMeta metadata,
            ApplicationSpec spec) {}

    record ApplicationSpec(
            String applicationImage,
            String applicationName,
            String applicationVersion,
            String pullPolicy,
            boolean expose,
            boolean manageTLS,
            boolean disableServiceLinks,
            @Nullable Integer replicas,
            @Nullable Autoscaling autoscaling,
            Account serviceAccount,
            ResourceRequirements resources,
            Probes probes,
            DeploymentPart deployment,
            ServicePart service,
            Network networkPolicy,
            @Nullable Monitoring monitoring,
            List<EnvVar> env,
            List<EnvFromSource> envFrom,
            List<Volume> volumes,
            List<VolumeMount> volumeMounts,
            SecurityContext securityContext) {}

    record Account(String name, boolean mountToken) {}

    record Autoscaling(int minReplicas, int maxReplicas, int targetCPUUtilizationPercentage) {}

    record Probes(Probe startup, Probe readiness, Probe liveness) {}

    record DeploymentPart(DeploymentStrategy updateStrategy) {}

    record ServicePart(
            String type, int port, String portName, String certificateSecretRef, Map<String, String> annotations) {}

    record Network(Map<String, String> namespaceLabels, Map<String, String> fromLabels) {}

    record Monitoring(List<Endpoint> endpoints) {}

    record Endpoint(String port, String scheme, String path, String interval, TlsConfig tlsConfig) {}

    record TlsConfig(String serverName, Source ca) {}

    record Source(SecretKey secret) {}

    record SecretKey(String name, String key) {}
}
