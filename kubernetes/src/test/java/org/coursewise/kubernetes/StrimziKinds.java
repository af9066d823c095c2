package org.coursewise.kubernetes;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What we use of {@code kafka.strimzi.io/v1}, whose own model needs a newer Java than ours. */
final class StrimziKinds {

    private StrimziKinds() {}

    record Kafka(
            @Nullable String apiVersion,
            @Nullable String kind,
            @Nullable ObjectMeta metadata,
            KafkaSpec spec) {}

    record KafkaSpec(KafkaPart kafka, EntityOperator entityOperator) {}

    record KafkaPart(
            List<Listener> listeners,
            Type authorization,
            Map<String, Object> config,
            @Nullable MetricsConfig metricsConfig,
            KafkaTemplate template) {}

    record Listener(
            String name,
            int port,
            String type,
            boolean tls,
            Type authentication,
            List<NetworkPolicyPeer> networkPolicyPeers) {}

    record Type(String type) {}

    record MetricsConfig(String type, ReporterValues values) {}

    record ReporterValues(List<String> allowList) {}

    record KafkaTemplate(PodTemplate pod, ContainerTemplate kafkaContainer) {}

    record PodTemplate(
            PodSecurityContext securityContext, @Nullable Affinity affinity) {}

    record ContainerTemplate(SecurityContext securityContext) {}

    record EntityOperator(Operator topicOperator, Operator userOperator, EntityTemplate template) {}

    record Operator(ResourceRequirements resources) {}

    record EntityTemplate(
            PodTemplate pod, ContainerTemplate topicOperatorContainer, ContainerTemplate userOperatorContainer) {}

    record KafkaNodePool(String apiVersion, String kind, ObjectMeta metadata, KafkaNodePoolSpec spec) {}

    record KafkaNodePoolSpec(
            int replicas,
            List<String> roles,
            Storage storage,
            ResourceRequirements resources,
            Map<String, String> jvmOptions) {}

    record Storage(
            String type,
            @Nullable String size,
            @Nullable Boolean deleteClaim,
            @Nullable List<JbodVolume> volumes) {}

    record JbodVolume(int id, String type, String size, String kraftMetadata, boolean deleteClaim) {}

    record KafkaTopic(String apiVersion, String kind, ObjectMeta metadata, KafkaTopicSpec spec) {}

    record KafkaTopicSpec(int partitions, int replicas, Map<String, Object> config) {}

    record KafkaUser(String apiVersion, String kind, ObjectMeta metadata, KafkaUserSpec spec) {}

    record KafkaUserSpec(Type authentication, Authorization authorization) {}

    record Authorization(String type, List<Acl> acls) {}

    record Acl(AclResource resource, List<String> operations) {}

    record AclResource(String type, String name, @Nullable String patternType) {}
}
