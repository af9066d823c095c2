package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every field of every object is one that its kind has: a misspelt one would be dropped in silence. */
class FieldsTest {

    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 Namespace", Namespace.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("batch/v1 CronJob", CronJob.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("rbac.authorization.k8s.io/v1 Role", Role.class),
            Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class),
            Map.entry("kafka.strimzi.io/v1 Kafka", StrimziKinds.Kafka.class),
            Map.entry("kafka.strimzi.io/v1 KafkaNodePool", StrimziKinds.KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1 KafkaTopic", StrimziKinds.KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1 KafkaUser", StrimziKinds.KafkaUser.class),
            Map.entry("apps.openliberty.io/v1 OpenLibertyApplication", OpenLibertyKinds.Application.class),
            Map.entry("cert-manager.io/v1 Certificate", CertManagerKinds.Certificate.class),
            Map.entry("cert-manager.io/v1 Issuer", CertManagerKinds.Issuer.class),
            Map.entry("postgresql.cnpg.io/v1 Cluster", PostgresKinds.Cluster.class),
            Map.entry("postgresql.cnpg.io/v1 ScheduledBackup", PostgresKinds.ScheduledBackup.class),
            Map.entry("mongodbcommunity.mongodb.com/v1 MongoDBCommunity", MongoKinds.ReplicaSet.class),
            Map.entry("monitoring.coreos.com/v1 PodMonitor", ExtraKinds.PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", ExtraKinds.PrometheusRule.class),
            Map.entry("traefik.io/v1alpha1 ServersTransport", ExtraKinds.ServersTransport.class));

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new NothingElse())
            .build();

    /** The models take what they do not know into a map of their own; here it is refused. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldIsKnownToItsKind(Overlay overlay) {
        assertThat(overlay.manifests()).isNotEmpty().allSatisfy(manifest -> {
            var kind = manifest.apiVersion() + " " + manifest.kind();
            assertThat(KINDS).containsKey(kind);
            assertThatCode(() -> STRICT.convertValue(manifest.tree(), KINDS.get(kind)))
                    .as("%s", manifest)
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void aMisspeltFieldIsFound() {
        for (var kind : List.of(
                Deployment.class,
                Ingress.class,
                StrimziKinds.Kafka.class,
                OpenLibertyKinds.Application.class,
                PostgresKinds.Cluster.class,
                ExtraKinds.PrometheusRule.class)) {
            var object = new HashMap<String, Object>(Map.of("spec", Map.of("replicaz", 2)));
            assertThatThrownBy(() -> STRICT.convertValue(object, kind))
                    .as("%s", kind)
                    .hasMessageContaining("replicaz");
        }
    }
}
