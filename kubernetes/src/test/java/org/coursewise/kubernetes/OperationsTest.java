package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/operations.md says nothing of what is not there. */
class OperationsTest {

    private static final String README = "kubernetes/README.md";

    private static final Set<String> MAKERS =
            Set.of("you", "cert-manager", "CloudNativePG", "Strimzi", "MongoDB's operator");

    private final Handbook handbook = new Handbook();

    @Test
    void everySecretHasAWayToRotateIt() {
        var ways = handbook.rowsOf("Rotate secrets").stream()
                .filter(row -> row.size() > 3 && !row.get(1).isBlank())
                .flatMap(row -> Readme.codes(row.get(0)).stream())
                .collect(Collectors.toSet());

        assertThat(secrets()).hasSizeGreaterThan(20).allSatisfy(secret -> assertThat(ways)
                .contains(secret));
    }

    @Test
    void everySecretOfOursIsKept() {
        var kept = handbook.blocks().stream()
                .filter(block -> block.contains("gpg --symmetric"))
                .findFirst()
                .orElseThrow();
        var byHand = Readme.rows(README)
                .filter(row -> row.size() > 2 && row.get(2).equals("you"))
                .map(row -> Readme.codes(row.get(0)).get(0));

        assertThat(byHand).isNotEmpty().allSatisfy(secret -> assertThat(kept).containsPattern("\\b" + secret + "\\b"));
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(handbook.links()).isNotEmpty().allSatisfy(link -> {
            var parts = link.split("#", 2);
            var path = parts[0].isEmpty()
                    ? Handbook.PATH
                    : Repository.TOP
                            .relativize(Repository.TOP
                                    .resolve("docs")
                                    .resolve(parts[0])
                                    .normalize())
                            .toString();
            assertThat(Repository.TOP.resolve(path)).exists();
            if (parts.length > 1) {
                assertThat(Handbook.anchors(path)).contains(parts[1]);
            }
        });
    }

    @Test
    void everyFileThatIsNamedIsThere() {
        var named = Pattern.compile("(?<![\\w/.])((?:kubernetes|jenkins)/[\\w./-]*\\w)");

        assertThat(handbook.found(named)).isNotEmpty().allSatisfy(path -> assertThat(Repository.TOP.resolve(path))
                .exists());
        assertThat(handbook.found(Pattern.compile("`(\\w+IT)`"))).isNotEmpty().allSatisfy(test -> assertThat(
                        Repository.files("system-tests/src/test", "/" + test + ".java"))
                .isNotEmpty());
        assertThat(handbook.found(Pattern.compile("`\\.\\./\\.\\./(components/[\\w-]+)`")))
                .isNotEmpty()
                .allSatisfy(component -> assertThat(
                                Repository.TOP.resolve("kubernetes").resolve(component))
                        .isDirectory());
    }

    @Test
    void everyMavenCommandHasItsProfileAndModule() {
        var pom = Repository.text("pom.xml");

        assertThat(handbook.found(Pattern.compile("mvn -P(\\w+)")))
                .contains("run", "backup", "restore")
                .allSatisfy(profile -> assertThat(pom).contains("<id>" + profile + "</id>"));
        assertThat(handbook.found(Pattern.compile("mvn [^\\n`]*-pl ([\\w-]+)")))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(pom).contains("<module>" + module + "</module>"));
    }

    @Test
    void whatWantsAClusterSaysSo() {
        assertThat(handbook.blocks()).hasSizeGreaterThan(8).allSatisfy(block -> {
            if (block.contains("kubectl")) {
                assertThat(block).startsWith("# needs a cluster");
            } else {
                assertThat(block.startsWith("# needs a cluster")).isEqualTo(block.contains("mongorestore"));
            }
        });
    }

    @Test
    void everyObjectThatIsNamedIsInTheSet() {
        var named = Pattern.compile("\\b(?:deployment|cluster|cronjob|kafkauser)/([a-z][a-z-]*)");
        var listed = Pattern.compile(
                "(?:delete (?:openlibertyapplication|deployment|clusters\\.postgresql\\.cnpg\\.io)|cnpg\\.io/cluster=|get (?:cluster|clusterissuer)\\b)"
                        + "((?: ?[a-z][a-z-]*)+)");
        var names = Overlay.PRODUCTION.manifests().stream().map(Manifest::name).collect(Collectors.toSet());
        Readme.rows(README).forEach(row -> names.addAll(Readme.codes(row.get(0))));

        assertThat(Stream.concat(
                        handbook.found(named),
                        handbook.found(listed)
                                .flatMap(list -> Stream.of(list.strip().split(" ", -1)))))
                .contains("auth", "worker", "auth-db", "training")
                .allSatisfy(name -> assertThat(names).contains(name));
        assertThat(handbook.found(Pattern.compile("\\bget secret ([a-z][a-z-]*)")))
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(secrets()).contains(secret));
    }

    @Test
    void theGroupsThatArePutBackAreThoseOfTheServices() {
        var groups = Stream.of("course-war", "email-war")
                .map(module -> Repository.text(module + "/src/main/resources/META-INF/microprofile-config.properties"))
                .flatMap(settings ->
                        Pattern.compile("group\\.id=(\\S+)").matcher(settings).results())
                .map(result -> result.group(1))
                .toList();

        assertThat(handbook.found(Pattern.compile("((?:course|email)-war-[a-z]+):")))
                .containsExactlyInAnyOrderElementsOf(groups);
        assertThat(handbook.found(Pattern.compile("(?:course|email)-war-[a-z]+:([a-z.0-9]+)")))
                .allSatisfy(topic ->
                        assertThat(Overlay.PRODUCTION.one("KafkaTopic", topic)).isNotNull());
    }

    @Test
    void anOperatorsVersionStandsInOnePlace() {
        var operators = Readme.rows(README)
                .filter(row -> row.size() > 2 && row.get(1).matches("\\d+(\\.\\d+)?"))
                .toList();

        assertThat(operators).hasSizeGreaterThan(4).allSatisfy(row -> assertThat(handbook.text())
                .doesNotContainPattern(Pattern.quote(row.get(0)) + "[ |]+\\d"));
    }

    @Test
    void kafkasToolsReadWhatIsThere() {
        var tools = Repository.text("kubernetes/operations/kafka-tools.yaml");

        assertThat(tools).contains("image: KAFKA_IMAGE", "app.kubernetes.io/instance: email");
        assertThat(Files.exists(Repository.TOP.resolve("kubernetes/operations/kustomization.yaml")))
                .as("applied by hand alone")
                .isFalse();
        assertThat(Pattern.compile("secretName: (\\S+)")
                        .matcher(tools)
                        .results()
                        .map(result -> result.group(1)))
                .hasSize(2)
                .allSatisfy(secret -> assertThat(secrets()).contains(secret));
    }

    private static List<String> secrets() {
        return Readme.rows(README)
                .filter(row -> row.size() > 2 && MAKERS.contains(row.get(2)))
                .map(row -> Readme.codes(row.get(0)).get(0))
                .toList();
    }
}
