package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images, by their recipes: nothing here can build one. */
class ContainerfileTest {

    private static final List<String> LABELS =
            List.of("title", "description", "vendor", "licenses", "version", "revision", "base.name");

    private record Instruction(String name, String rest) {}

    @Test
    void everyServiceHasAnImage() {
        assertThat(Stream.of(
                        "auth-war",
                        "course-war",
                        "email-war",
                        "console-war",
                        "recommender-worker",
                        "recommender-spark"))
                .allSatisfy(module -> assertThat(Repository.TOP.resolve(module).resolve("Containerfile"))
                        .exists());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "liberty-config",
                "auth-war",
                "course-war",
                "email-war",
                "console-war",
                "recommender-worker",
                "recommender-spark"
            })
    void anImageIsBuiltAsItShould(String module) {
        var recipe = recipe(module);

        assertThat(of(recipe, "FROM")).singleElement().asString().matches("\\$\\{(BASE|SERVER)}");
        var base = of(recipe, "FROM").get(0);
        assertThat(of(recipe, "ARG")).as("no default for what it is built on").noneMatch(arg -> arg.contains("="));
        assertThat(of(recipe, "RUN")).contains("/opt/coursewise/pinned.sh \"" + base + "\"");
        assertThat(of(recipe, "ADD")).isEmpty();
        assertThat(of(recipe, "HEALTHCHECK")).as("the platform asks").isEmpty();
        assertThat(of(recipe, "COPY")).isNotEmpty().allSatisfy(copy -> assertThat(copy)
                .contains("--chown="));
        assertThat(of(recipe, "USER")).last().asString().matches("[1-9][0-9]*");
        assertThat(Stream.of("ENV", "ARG").flatMap(name -> of(recipe, name).stream()))
                .noneMatch(line -> line.matches(".*(PASSWORD|SECRET|TOKEN|KEY).*"));
        var labels = String.join(" ", of(recipe, "LABEL"));
        assertThat(LABELS).allSatisfy(label -> assertThat(labels).contains("org.opencontainers.image." + label + "="));
        assertThat(labels).contains("licenses=\"GPL-3.0-or-later\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-war", "course-war", "email-war", "console-war"})
    void aServersImageHoldsItsFeaturesConfigurationAndApplication(String module) {
        var recipe = recipe(module);
        var service = module.replace("-war", "");

        assertThat(recipe.stream().map(Instruction::name))
                .as("features before the application, which changes more often")
                .containsSubsequence("COPY", "RUN", "COPY", "LABEL");
        assertThat(of(recipe, "RUN")).contains("features.sh");
        assertThat(of(recipe, "COPY"))
                .anyMatch(copy -> copy.endsWith(module + "/src/main/liberty/config/ /config/"))
                .anyMatch(copy -> copy.endsWith(module + "/target/" + service + ".war /config/apps/"));
        assertThat(Repository.text(module + "/src/main/liberty/config/server.xml"))
                .contains("location=\"" + service + ".war\"");
        assertThat(of(recipe, "ENTRYPOINT")).as("the common one").isEmpty();
    }

    @Test
    void serversStopThroughTheEntryPoint() {
        assertThat(of(recipe("liberty-config"), "ENTRYPOINT"))
                .singleElement()
                .asString()
                .contains("/opt/coursewise/entrypoint.sh", "\"run\"", "\"defaultServer\"");
    }

    @Test
    void whatAnImageCopiesIsLetIntoItsBuild() {
        var allowed = Repository.lines(".containerignore").stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1).replace("*", ".*"))
                .collect(Collectors.toSet());

        for (var module : List.of(
                "liberty-config",
                "auth-war",
                "course-war",
                "email-war",
                "console-war",
                "recommender-worker",
                "recommender-spark")) {
            assertThat(of(recipe(module), "COPY").stream().flatMap(ContainerfileTest::sources))
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(isAllowed(source, allowed))
                            .as("%s in .containerignore", source)
                            .isTrue());
        }
    }

    @Test
    void theImagesTheyAreBuiltOnAreNamedOnce() {
        var images = Repository.lines("liberty-config/src/main/container/base-images").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

        assertThat(images).containsOnlyKeys("LIBERTY", "JAVA", "SPARK");
        assertThat(images).allSatisfy((name, image) -> assertThat(image)
                .matches("[a-z0-9.]+/[a-z0-9/-]+:[\\w.-]+")
                .doesNotEndWith(":latest"));
    }

    @Test
    void aTagAloneIsRefused() throws Exception {
        var digest = "registry.example/liberty@sha256:" + "0".repeat(64);

        assertThat(pinned(digest)).isZero();
        assertThat(pinned("registry.example/liberty:1.0")).isEqualTo(64);
        assertThat(pinned("")).isEqualTo(64);
    }

    private static int pinned(String image) throws Exception {
        return new ProcessBuilder(
                        "sh",
                        Repository.TOP
                                .resolve("liberty-config/src/main/container/pinned.sh")
                                .toString(),
                        image)
                .inheritIO()
                .start()
                .waitFor();
    }

    private static boolean isAllowed(String source, Set<String> allowed) {
        var path = source.endsWith("/") ? source.substring(0, source.length() - 1) : source;
        return allowed.stream().anyMatch(pattern -> path.matches(pattern) || path.matches(pattern + "/.*"));
    }

    private static Stream<String> sources(String copy) {
        var words = Stream.of(copy.split(" "))
                .filter(word -> !word.startsWith("--"))
                .toList();
        return words.subList(0, words.size() - 1).stream();
    }

    private static List<String> of(List<Instruction> recipe, String name) {
        return recipe.stream()
                .filter(instruction -> instruction.name().equals(name))
                .map(Instruction::rest)
                .toList();
    }

    private static List<Instruction> recipe(String module) {
        var instructions = new ArrayList<Instruction>();
        var whole = new StringBuilder();
        for (var line : Repository.lines(module + "/Containerfile")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            whole.append(line.strip());
            if (line.endsWith("\\")) {
                whole.setLength(whole.length() - 1);
                continue;
            }
            var words = Map.entry(whole.substring(0, whole.indexOf(" ")), whole.substring(whole.indexOf(" ") + 1));
            instructions.add(new Instruction(words.getKey(), words.getValue()));
            whole.setLength(0);
        }
        return instructions;
    }
}
