package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in an image starts as a container would start it, answers over TLS alone, and stops as it should. */
@DisabledOnOs(OS.WINDOWS)
@ExtendWith(SharedStack.class)
class ServerImageIT {

    private static final String PASSWORD = "of-this-test-alone";
    private static final int DRAIN_SECONDS = 4;

    private final LocalStack stack;

    @TempDir
    Path folder;

    private int port;
    private HttpClient client = HttpClient.newHttpClient();

    ServerImageIT(LocalStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @CsvSource({"console, /verify", "auth, /openapi/auth", "course, /api/v1/courses", "email, /openapi/email"})
    void anImageStartsAnswersAndStops(String service, String page) throws Exception {
        var image = ImageContent.of(
                folder.resolve("image"), "liberty-config/Containerfile", service + "-war/Containerfile");
        var before = image.files();
        port = freePort();
        client = trusting(makeKeyStores());
        var server = start(image, service);
        try {
            Awaitility.await("ready")
                    .atMost(Duration.ofSeconds(90))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> status("/health/ready") == 200);
            assertThat(status("/health/started")).isEqualTo(200);
            assertThat(status("/health/live")).isEqualTo(200);
            assertThat(status(page)).isEqualTo(200);

            server.destroy();
            Awaitility.await("the entry point has heard it")
                    .atMost(Duration.ofSeconds(DRAIN_SECONDS))
                    .until(() -> log().contains("entrypoint: not ready from now on"));
            Awaitility.await("it says that it is not ready")
                    .atMost(Duration.ofSeconds(DRAIN_SECONDS))
                    .until(() -> status("/health/ready") == 503);
            assertThat(status(page)).as("until it is stopped it answers").isEqualTo(200);
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(log())
                    .contains("entrypoint: stopped")
                    .doesNotContain("was ended", "CWWKG0014E", "CWWKG0033W", "CWWKF0001E", "CWWKF0042E");
            assertThat(image.files()).as("a read-only file system would do").isEqualTo(before);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(log(), e);
        } finally {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
        }
    }

    private Process start(ImageContent image, String service) throws IOException {
        var liberty = Path.of(System.getProperty("liberty.home"));
        var command = new ProcessBuilder(
                        "sh",
                        image.path("/opt/coursewise/entrypoint.sh").toString(),
                        liberty.resolve("bin").resolve("server").toString(),
                        "run",
                        "defaultServer")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        var environment = command.environment();
        environment.putAll(stack.settings(service));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WLP_USER_DIR", image.path("/opt/ol/wlp/usr").toString());
        environment.put("WLP_OUTPUT_DIR", folder.resolve("output").toString());
        environment.put("LOG_DIR", folder.resolve("logs").toString());
        environment.put("COURSEWISE_DRAIN_SECONDS", Integer.toString(DRAIN_SECONDS));
        // As kubernetes/base/settings.env says, but for the addresses
        environment.put("COURSEWISE_HTTP_HOST", "127.0.0.1");
        environment.put("COURSEWISE_HTTP_PORT", "-1");
        environment.put("COURSEWISE_HTTPS_PORT", Integer.toString(port));
        environment.put(
                "COURSEWISE_KEYSTORE_FILE", folder.resolve("keystore.p12").toString());
        environment.put(
                "COURSEWISE_TRUSTSTORE_FILE", folder.resolve("truststore.p12").toString());
        environment.put("COURSEWISE_KEYSTORE_PASSWORD", PASSWORD);
        return command.start();
    }

    private int status(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** A key of the server's own, and its certificate as what is trusted; the latter is returned. */
    private Path makeKeyStores() throws IOException, InterruptedException {
        var trusted = folder.resolve("truststore.p12");
        keytool("-genkeypair", "keystore.p12", "-keyalg", "EC", "-dname", "CN=server", "-ext", "SAN=ip:127.0.0.1");
        keytool(
                "-exportcert",
                "keystore.p12",
                "-file",
                folder.resolve("server.crt").toString());
        keytool(
                "-importcert",
                "truststore.p12",
                "-noprompt",
                "-file",
                folder.resolve("server.crt").toString());
        return trusted;
    }

    private void keytool(String what, String store, String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                what,
                "-alias",
                "default",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                folder.resolve(store).toString()));
        command.addAll(List.of(more));
        var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static HttpClient trusting(Path trustStore) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(trustStore.toFile(), PASSWORD.toCharArray());
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
