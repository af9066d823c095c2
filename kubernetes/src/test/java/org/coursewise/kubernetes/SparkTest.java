package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Training on Spark: what {@code components/spark} promises. */
class SparkTest {

    private static final String QUERIES = "recommender-worker/src/main/java/org/coursewise/worker/TrainingData.java";

    @ParameterizedTest
    @EnumSource(names = "PRODUCTION_WITH_EXTRAS")
    void itReadsWhatTheWorkerReads(Overlay overlay) {
        var worker = oneLine(Repository.text(QUERIES));

        assertThat(arguments(overlay).stream().filter(argument -> argument.startsWith("select ")))
                .hasSize(2)
                .allSatisfy(query -> assertThat(worker).contains(oneLine(query)));
    }

    @ParameterizedTest
    @EnumSource(names = "PRODUCTION_WITH_EXTRAS")
    void theModelIsRegisteredWhereItWasWritten(Overlay overlay) {
        var arguments = arguments(overlay);
        var model = arguments.get(arguments.indexOf("--model") + 1);

        assertThat(pod(overlay).each("containers"))
                .singleElement()
                .satisfies(register -> assertThat(register.at("args")).contains(List.of("register", model)));
    }

    @ParameterizedTest
    @EnumSource(names = "PRODUCTION_WITH_EXTRAS")
    void theWorkerIsNotAskedEachNightForWhatDoesNotFit(Overlay overlay) {
        assertThat(overlay.one("CronJob", "training").at("spec", "suspend")).contains(true);
    }

    @ParameterizedTest
    @EnumSource(names = "PRODUCTION_WITH_EXTRAS")
    void executorsAreRestrictedAndHoldNoToken(Overlay overlay) {
        var executor =
                Manifest.of(new Load(LoadSettings.builder().build()).loadFromString(file(overlay, "executor.yaml")));

        assertThat(executor.at("spec", "automountServiceAccountToken")).contains(false);
        var context = Manifest.map(executor.at("spec", "securityContext").orElseThrow());
        assertThat(executor.each("spec", "containers")).singleElement().satisfies(container -> {
            Pods.assertRestricted(container.at("securityContext"), context);
            Pods.assertReadOnly(container.at("securityContext"));
        });
        assertThat(executor.labels()).containsEntry("app.kubernetes.io/instance", "spark-training");
    }

    @ParameterizedTest
    @EnumSource(names = "PRODUCTION_WITH_EXTRAS")
    void settingsNameWhatIsThere(Overlay overlay) throws IOException {
        var settings = new Properties();
        settings.load(new StringReader(file(overlay, "spark.properties")));

        assertThat(Repository.lines("liberty-config/src/main/container/base-images"))
                .as("what the driver's image is built on")
                .contains("SPARK=" + settings.getProperty("spark.kubernetes.container.image"));
        for (var account : List.of("authenticate", "authenticate.executor")) {
            assertThat(overlay.one(
                            "ServiceAccount",
                            settings.getProperty("spark.kubernetes." + account + ".serviceAccountName")))
                    .isNotNull();
        }
        var ports = overlay.one("NetworkPolicy", "spark-training")
                .each("spec", "ingress")
                .flatMap(rule -> rule.each("ports"))
                .map(port -> port.text("port"));
        assertThat(ports)
                .containsExactly(
                        settings.getProperty("spark.driver.port"), settings.getProperty("spark.blockManager.port"));
    }

    private static Manifest pod(Overlay overlay) {
        return Manifest.of(overlay.one("CronJob", "spark-training")
                .at("spec", "jobTemplate", "spec", "template", "spec")
                .orElseThrow());
    }

    private static List<String> arguments(Overlay overlay) {
        var train = pod(overlay).each("initContainers").findFirst().orElseThrow();
        return Manifest.list(train.at("args").orElseThrow()).stream()
                .map(String::valueOf)
                .toList();
    }

    private static String file(Overlay overlay, String name) {
        var settings = overlay.of("ConfigMap")
                .filter(map -> map.name().startsWith("spark-training"))
                .findFirst()
                .orElseThrow();
        return String.valueOf(Manifest.map(settings.at("data").orElse(Map.of())).get(name));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
