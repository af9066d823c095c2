package org.coursewise.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What we use of {@code cert-manager.io/v1}. */
final class CertManagerKinds {

    private CertManagerKinds() {}

    record Issuer(String apiVersion, String kind, ObjectMeta metadata, IssuerSpec spec) {}

    record IssuerSpec(
            @Nullable Map<String, Object> selfSigned,
            @Nullable Authority ca) {}

    record Authority(String secretName) {}

    record Certificate(String apiVersion, String kind, ObjectMeta metadata, CertificateSpec spec) {}

    record CertificateSpec(
            boolean isCA,
            @Nullable String commonName,
            String secretName,
            List<String> dnsNames,
            @Nullable String duration,
            @Nullable String renewBefore,
            List<String> usages,
            PrivateKey privateKey,
            @Nullable Keystores keystores,
            IssuerRef issuerRef) {}

    record PrivateKey(String algorithm, int size, String rotationPolicy) {}

    record Keystores(Pkcs12 pkcs12) {}

    record Pkcs12(boolean create, String profile, PasswordRef passwordSecretRef) {}

    record PasswordRef(String name, String key) {}

    record IssuerRef(String group, String kind, String name) {}
}
