package org.coursewise.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.List;
import java.util.Map;

/** What we use of {@code mongodbcommunity.mongodb.com/v1}, for which there is no model to be had. */
final class MongoKinds {

    private MongoKinds() {}

    record ReplicaSet(String apiVersion, String kind, ObjectMeta metadata, ReplicaSetSpec spec) {}

    record ReplicaSetSpec(
            String type,
            int members,
            String version,
            Security security,
            List<User> users,
            Map<String, Object> additionalMongodConfig,
            StatefulSetPart statefulSet) {}

    record Security(Authentication authentication, Tls tls) {}

    record Authentication(List<String> modes, boolean ignoreUnknownUsers) {}

    record Tls(boolean enabled, Named certificateKeySecretRef, Named caCertificateSecretRef) {}

    record Named(String name) {}

    record User(
            String name,
            String db,
            PasswordRef passwordSecretRef,
            String scramCredentialsSecretName,
            String connectionStringSecretName,
            List<DatabaseRole> roles) {}

    record PasswordRef(String name, String key) {}

    record DatabaseRole(String name, String db) {}

    record StatefulSetPart(StatefulSetSpec spec) {}
}
