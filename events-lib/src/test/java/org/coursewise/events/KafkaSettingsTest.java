package org.coursewise.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewise.settings.InvalidSettingsException;
import org.coursewise.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSettingsTest {

    private static final String SERVERS = "coursewise.kafka-bootstrap-servers";

    @Test
    void nothingButAddressesIsPlain() {
        var settings = read(Map.of(SERVERS, "127.0.0.1:9092"));

        assertThat(settings).isEqualTo(new KafkaSettings("127.0.0.1:9092"));
        assertThat(settings.properties()).isEqualTo(Map.of("bootstrap.servers", "127.0.0.1:9092"));
    }

    @Test
    void certificatesAndKeyMakeItTls() {
        var settings = read(Map.of(
                SERVERS,
                "events:9093",
                "coursewise.kafka-ca",
                "a",
                "coursewise.kafka-certificate",
                "b",
                "coursewise.kafka-key",
                "c"));

        assertThat(settings.properties())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.certificates", "a")
                .containsEntry("ssl.keystore.type", "PEM")
                .containsEntry("ssl.keystore.certificate.chain", "b")
                .containsEntry("ssl.keystore.key", "c");
    }

    @Test
    void aPartOfTlsIsNotTakenForPlain() {
        assertThatThrownBy(() -> read(Map.of(SERVERS, "events:9093", "coursewise.kafka-certificate", "b")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("coursewise.kafka-ca is not set")
                .hasMessageContaining("coursewise.kafka-key is not set");
    }

    @Test
    void theKeyIsInNoLog() {
        var settings = new KafkaSettings("events:9093", Optional.of(new KafkaSettings.Tls("a", "b", "secret")));

        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void kafkasClientReadsTheFilesThatOperatorsMake(@TempDir Path folder) throws Exception {
        var store = keyStore(folder);
        var certificate = folder.resolve("user.crt");
        var key = folder.resolve("user.key");
        Files.writeString(
                certificate, pem("CERTIFICATE", store.getCertificate("user").getEncoded()));
        Files.writeString(
                key,
                pem(
                        "PRIVATE KEY",
                        store.getKey("user", "password".toCharArray()).getEncoded()));

        var settings = read(Map.of(
                SERVERS,
                "127.0.0.1:1",
                "coursewise.kafka-ca-file",
                certificate.toString(),
                "coursewise.kafka-certificate-file",
                certificate.toString(),
                "coursewise.kafka-key-file",
                key.toString()));

        assertThatCode(() -> settings.patientProducer("test", Map.of()).close()).doesNotThrowAnyException();
    }

    private static KafkaSettings read(Map<String, String> values) {
        return new Settings(key -> Optional.ofNullable(values.get(key))).read(KafkaSettings::from);
    }

    /** By the JDK's own tool, as Java's API cannot sign a certificate. */
    private static KeyStore keyStore(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve("user.p12");
        var tool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "user",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=kafka-auth",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "password",
                        "-keystore",
                        file.toString()))
                .inheritIO()
                .start();
        assertThat(tool.waitFor()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "password".toCharArray());
        }
        return store;
    }

    private static String pem(String kind, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
