package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The environment a service is given against the tables of settings in the READMEs. */
class SettingsTest {

    private static final List<String> READMES = List.of(
            "auth-war/README.md",
            "course-war/README.md",
            "email-war/README.md",
            "console-war/README.md",
            "recommender-worker/README.md",
            "liberty-config/README.md");

    @ParameterizedTest
    @EnumSource
    void everySettingThatAServiceRequiresIsGiven(Overlay overlay) {
        for (var service : List.of("auth", "course", "email", "console")) {
            assertGiven(overlay, overlay.one("OpenLibertyApplication", service), service + "-war/README.md");
        }
        assertGiven(overlay, overlay.one("Deployment", "worker"), "recommender-worker/README.md");
    }

    private static void assertGiven(Overlay overlay, Manifest workload, String readme) {
        var required = Readme.rows(readme)
                .filter(Readme::isRequired)
                .flatMap(row -> Readme.variables(row).stream())
                .toList();
        var given = given(overlay, workload);

        assertThat(required).as(readme).isNotEmpty().allSatisfy(name -> assertThat(given)
                .as("what %s is given", workload)
                .containsAnyOf(name, name + "_FILE"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsGivenThatNoReadmeKnows(Overlay overlay) {
        var known = READMES.stream()
                .flatMap(Readme::rows)
                .flatMap(row -> Readme.variables(row).stream())
                .toList();

        assertThat(Stream.concat(overlay.of("OpenLibertyApplication"), overlay.of("Deployment")))
                .allSatisfy(workload -> assertThat(given(overlay, workload).stream()
                                .filter(name -> name.startsWith("COURSEWISE_"))
                                .map(name -> name.replaceAll("_FILE$", ""))
                                .filter(name -> !known.contains(name) && !known.contains(name + "_FILE")))
                        .as("unknown settings of %s", workload)
                        .isEmpty());
    }

    private static Set<String> given(Overlay overlay, Manifest workload) {
        var names = new TreeSet<String>();
        for (var part : workload.parts()) {
            part.each("env").forEach(variable -> names.add(variable.text("name")));
            part.each("envFrom")
                    .map(source -> source.text("configMapRef", "name"))
                    .forEach(name -> names.addAll(Manifest.map(
                                    overlay.one("ConfigMap", name).at("data").orElseThrow())
                            .keySet()));
        }
        return names;
    }
}
