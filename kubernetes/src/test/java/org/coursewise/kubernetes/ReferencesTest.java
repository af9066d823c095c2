package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What names another object finds it: in the set, or in README's tables of what operators and people make. */
class ReferencesTest {

    private static final String README = "kubernetes/README.md";

    /** @param key empty where the whole object is meant */
    private record Reference(String kind, String name, String key) {}

    @ParameterizedTest
    @EnumSource
    void everySecretIsMadeBySomebody(Overlay overlay) {
        var secrets = secrets();
        var made = made(overlay);

        assertThat(references(overlay, "Secret")).hasSizeGreaterThan(20).allSatisfy(reference -> {
            assertThat(secrets).as(README).containsKey(reference.name());
            var row = secrets.get(reference.name());
            if (!reference.key().isEmpty()) {
                assertThat(Readme.codes(row.get(1)))
                        .as("keys of %s", reference.name())
                        .contains(reference.key());
            }
            if (!row.get(2).equals("you")) {
                assertThat(made.get(row.get(2))).as("what %s makes", row.get(2)).contains(reference.name());
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = "LOCAL")
    void noSecretIsListedThatNobodyReads(Overlay overlay) {
        var used = references(overlay, "Secret").stream().map(Reference::name).toList();

        assertThat(secrets().keySet()).isNotEmpty().allSatisfy(name -> assertThat(used)
                .contains(name));
    }

    @ParameterizedTest
    @EnumSource
    void everyConfigMapHasTheKeyThatIsRead(Overlay overlay) {
        assertThat(references(overlay, "ConfigMap")).isNotEmpty().allSatisfy(reference -> {
            var map = overlay.one("ConfigMap", reference.name());
            if (!reference.key().isEmpty()) {
                assertThat(map.at("data", reference.key())).isPresent();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyAccountIsThere(Overlay overlay) {
        var accounts = overlay.of("ServiceAccount").map(Manifest::name).toList();

        assertThat(overlay.of("OpenLibertyApplication")
                        .map(manifest -> manifest.text("spec", "serviceAccount", "name")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(accounts).contains(name));
        assertThat(overlay.manifests().stream()
                        .flatMap(manifest -> manifest.parts().stream())
                        .flatMap(part -> part.at("serviceAccountName").stream()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(accounts).contains(String.valueOf(name)));
        assertThat(overlay.of("RoleBinding")).isNotEmpty().allSatisfy(binding -> {
            assertThat(overlay.one("Role", binding.text("roleRef", "name"))).isNotNull();
            assertThat(binding.each("subjects").map(subject -> subject.text("name")))
                    .allSatisfy(name -> assertThat(accounts).contains(name));
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyBackEndIsAService(Overlay overlay) {
        var backEnds = overlay.of("Ingress")
                .flatMap(ingress -> ingress.parts().stream())
                .filter(part -> part.at("backend").isPresent())
                .map(part -> Map.entry(
                        part.text("backend", "service", "name"), part.text("backend", "service", "port", "name")));

        assertThat(backEnds).isNotEmpty().allSatisfy(backEnd -> {
            var application = overlay.of("OpenLibertyApplication")
                    .filter(manifest -> manifest.name().equals(backEnd.getKey()))
                    .map(manifest -> manifest.text("spec", "service", "portName"));
            var service = overlay.of("Service")
                    .filter(manifest -> manifest.name().equals(backEnd.getKey()))
                    .flatMap(manifest -> manifest.each("spec", "ports").map(port -> port.text("name")));
            assertThat(Stream.concat(application, service)).contains(backEnd.getValue());
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyIssuerIsThereOrMadeByYou(Overlay overlay) {
        var byHand = Readme.rows(README)
                .map(row -> Readme.codes(row.get(0)))
                .filter(codes -> codes.size() == 2)
                .toList();

        assertThat(overlay.of("Certificate")).isNotEmpty().allSatisfy(certificate -> {
            var kind = certificate.text("spec", "issuerRef", "kind");
            var name = certificate.text("spec", "issuerRef", "name");
            assertThat(overlay.has(
                                    "Issuer",
                                    issuer -> kind.equals("Issuer")
                                            && issuer.name().equals(name))
                            || byHand.contains(List.of(kind, name)))
                    .as("%s %s", kind, name)
                    .isTrue();
        });
        assertThat(overlay.of("Cluster")
                        .flatMap(cluster -> cluster.at("spec", "backup", "volumeSnapshot", "className").stream()))
                .allSatisfy(name -> assertThat(byHand).contains(List.of("VolumeSnapshotClass", String.valueOf(name))));
    }

    @ParameterizedTest
    @EnumSource
    void whatBelongsToAStoreNamesIt(Overlay overlay) {
        assertThat(Stream.of("KafkaTopic", "KafkaUser", "KafkaNodePool").flatMap(overlay::of))
                .hasSizeGreaterThan(15)
                .allSatisfy(manifest -> assertThat(overlay.one(
                                "Kafka", String.valueOf(manifest.labels().get("strimzi.io/cluster"))))
                        .isNotNull());
        assertThat(overlay.of("KafkaUser")
                        .flatMap(user -> user.each("spec", "authorization", "acls"))
                        .filter(acl -> acl.text("resource", "type").equals("topic")))
                .isNotEmpty()
                .allSatisfy(acl -> assertThat(overlay.one("KafkaTopic", acl.text("resource", "name")))
                        .isNotNull());
    }

    @ParameterizedTest
    @EnumSource
    void everyCertificateHasTheNamesItIsAskedBy(Overlay overlay) {
        for (var application : overlay.of("OpenLibertyApplication").toList()) {
            var certificate = overlay.of("Certificate")
                    .filter(manifest -> manifest.text("spec", "secretName")
                            .equals(application.text("spec", "service", "certificateSecretRef")))
                    .findFirst()
                    .orElseThrow();
            assertThat(Manifest.list(certificate.at("spec", "dnsNames").orElseThrow()))
                    .asString()
                    .contains(application.name() + ".coursewise.svc", "server.coursewise.svc");
        }
        assertThat(overlay.of("Ingress")).isNotEmpty().allSatisfy(ingress -> {
            var secret = ingress.each("spec", "tls").findFirst().orElseThrow().text("secretName");
            var host = ingress.each("spec", "rules").findFirst().orElseThrow().text("host");
            assertThat(overlay.of("Certificate")
                            .filter(manifest ->
                                    manifest.text("spec", "secretName").equals(secret))
                            .map(manifest -> String.valueOf(
                                    manifest.at("spec", "dnsNames").orElseThrow())))
                    .singleElement()
                    .asString()
                    .contains(host);
        });
    }

    private static Map<String, List<String>> secrets() {
        var makers = Set.of("you", "cert-manager", "CloudNativePG", "Strimzi", "MongoDB's operator");
        return Readme.rows(README)
                .filter(row -> row.size() > 2 && makers.contains(row.get(2)))
                .collect(java.util.stream.Collectors.toMap(
                        row -> Readme.codes(row.get(0)).get(0), row -> row));
    }

    /** By its maker, what comes to be when the set is applied. */
    private static Map<String, Set<String>> made(Overlay overlay) {
        var postgres = new HashSet<String>();
        overlay.of("Cluster").map(Manifest::name).forEach(name -> postgres.addAll(Set.of(name + "-app", name + "-ca")));
        var kafka = new HashSet<String>();
        overlay.of("KafkaUser").map(Manifest::name).forEach(kafka::add);
        overlay.of("Kafka").forEach(cluster -> kafka.add(cluster.name() + "-cluster-ca-cert"));
        var certificates = new HashSet<String>();
        overlay.of("Certificate").forEach(certificate -> certificates.add(certificate.text("spec", "secretName")));
        var mongodb = new HashSet<String>();
        overlay.of("MongoDBCommunity")
                .flatMap(manifest -> manifest.each("spec", "users"))
                .forEach(user -> mongodb.add(user.text("connectionStringSecretName")));
        return Map.of(
                "CloudNativePG", postgres,
                "Strimzi", kafka,
                "cert-manager", certificates,
                "MongoDB's operator", mongodb);
    }

    private static List<Reference> references(Overlay overlay, String kind) {
        var found = new ArrayList<Reference>();
        for (var manifest : overlay.manifests()) {
            for (var part : manifest.parts()) {
                part.tree().forEach((key, value) -> {
                    switch (key) {
                        case "secretKeyRef", "passwordSecretRef", "caCertificateSecretRef", "certificateKeySecretRef" ->
                            found.add(named("Secret", value));
                        case "configMapKeyRef", "configMapRef" -> found.add(named("ConfigMap", value));
                        case "certificateSecretRef" -> found.add(new Reference("Secret", String.valueOf(value), ""));
                        case "secretName" -> {
                            if (!manifest.kind().equals("Certificate")
                                    && !manifest.kind().equals("Issuer")) {
                                found.addAll(items("Secret", String.valueOf(value), part));
                            }
                        }
                        case "secret" -> {
                            if (value instanceof String name) {
                                found.add(new Reference("Secret", name, ""));
                            } else if (Manifest.map(value).containsKey("name")) {
                                found.add(named("Secret", value));
                            }
                        }
                        case "configMap" -> {
                            var map = Manifest.of(value);
                            found.addAll(items("ConfigMap", map.text("name"), map));
                        }
                        default -> {}
                    }
                });
            }
        }
        return found.stream().filter(reference -> reference.kind().equals(kind)).toList();
    }

    private static Reference named(String kind, Object value) {
        var reference = Manifest.of(value);
        return new Reference(
                kind,
                reference.text("name"),
                reference.at("key").map(String::valueOf).orElse(""));
    }

    /** A volume, with the keys it shows. */
    private static List<Reference> items(String kind, String name, Manifest volume) {
        var keys = volume.each("items")
                .map(item -> new Reference(kind, name, item.text("key")))
                .toList();
        return keys.isEmpty() ? List.of(new Reference(kind, name, "")) : keys;
    }
}
