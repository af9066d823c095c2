package org.coursewise.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class ChangedServicesTest {

    private static final List<String> SERVICES = List.of("auth", "course", "email", "console", "recommender-worker");

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void aRepositoryWithTheRealPoms() throws Exception {
        workspace = new Workspace(folder).withPoms().commit();
    }

    @ParameterizedTest
    @CsvSource({
        "course-war/src/main/java/Course.java, course",
        "recommender-worker/Containerfile, recommender-worker",
        "rest-lib/src/main/java/Problem.java, auth course email",
        "recommender-lib/src/main/java/Trainer.java, course recommender-worker",
        "liberty-config/src/main/liberty/shared/jvm.options, auth course email console",
        "kubernetes/base/auth.yaml, kubernetes",
        "pom.xml, auth course email console recommender-worker",
        "kubernetes/src/test/java/ManifestsTest.java, ''",
        ".containerignore, auth course email console recommender-worker",
        ".mvn/jvm.config, auth course email console recommender-worker",
        "auth-war/src/test/java/AccountTest.java, ''",
        "auth-war/README.md, ''",
        "docs/architecture.md, ''",
        "style-rules/src/main/java/Rule.java, ''",
        "system-tests/src/test/java/StoryIT.java, ''",
        "local-stack/src/main/java/LocalStack.java, ''",
        "Jenkinsfile, ''",
        // A name that Git would put in quotes
        "auth-war/src/main/resources/ä ö.txt, auth",
    })
    void whatAChangedFileReaches(String file, String services) throws Exception {
        workspace.write(file, "changed").commit();

        assertThat(String.join(" ", changedSince("HEAD~1"))).isEqualTo(services);
    }

    @Test
    void withoutAChangeNothingIsBuilt() throws Exception {
        assertThat(changedSince("HEAD")).isEmpty();
    }

    @Test
    void whatMovesFromOneServiceToAnotherChangesBoth() throws Exception {
        var text = "one line\n".repeat(50);
        workspace.write("auth-war/src/main/java/Moved.java", text).commit();
        Files.delete(workspace.root.resolve("auth-war/src/main/java/Moved.java"));
        workspace.write("email-war/src/main/java/Moved.java", text).commit();

        assertThat(changedSince("HEAD~1")).containsExactly("auth", "email");
    }

    @Test
    void withoutAKnownCommitToCompareWithEverythingIsBuilt() throws Exception {
        var everything = new ArrayList<>(SERVICES);
        everything.add("kubernetes");

        assertThat(changedSince("")).isEqualTo(everything);
        assertThat(changedSince("0123456789012345678901234567890123456789")).isEqualTo(everything);
    }

    /** The script reads the poms line by line; here a parser reads them. */
    @ParameterizedTest
    @MethodSource("modules")
    void theScriptSeesTheSameModulesBehindAServiceAsMavenDoes(String module) throws Exception {
        workspace.write(module + "/src/main/resources/changed", "changed").commit();

        var needs = dependencies();
        assertThat(changedSince("HEAD~1"))
                .isEqualTo(SERVICES.stream()
                        .filter(service -> reach(needs, moduleOf(service)).contains(module))
                        .toList());
    }

    @Test
    void everyServerIsInTheTableOfServices() throws Exception {
        var servers = modules().filter(module -> module.endsWith("-war")).toList();

        assertThat(workspace.read("jenkins/services")).contains(servers);
        assertThat(SERVICES).hasSize(servers.size() + 1);
    }

    /** As they are called in the manifests, once those are there. */
    @Test
    void everyServiceIsAnObjectOfTheManifests() throws Exception {
        var base = Path.of("../kubernetes/base");
        assumeTrue(Files.isDirectory(base), "Skipped: this checkout has no manifests");
        var images = new HashSet<String>();
        try (var files = Files.walk(base)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile("[iI]mage: *\\S*/coursewise/([a-z-]+)[:@]")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(image -> images.add(image.group(1)));
            }
        }

        assertThat(workspace.read("jenkins/services").lines().filter(line -> !line.startsWith("#")))
                .extracting(line -> line.replaceAll(".*/", ""))
                .hasSameElementsAs(images);
    }

    @Test
    void aChangeRequestIsComparedWithWhereItLeftItsTarget() throws Exception {
        workspace.run("git", "update-ref", "refs/remotes/origin/main", "HEAD");
        workspace.commit().set("CHANGE_TARGET", "main").set("LAST_SUCCESS", "HEAD");

        assertThat(base()).isEqualTo(commit("HEAD~1"));
    }

    @Test
    void mainIsComparedWithItsLastSuccess() throws Exception {
        workspace.commit().set("BRANCH_NAME", "main").set("LAST_SUCCESS", commit("HEAD~1"));

        assertThat(base()).isEqualTo(commit("HEAD~1"));
    }

    @Test
    void aNewBranchIsComparedWithWhereItLeftMain() throws Exception {
        workspace.run("git", "update-ref", "refs/remotes/origin/main", "HEAD");
        workspace.commit().set("BRANCH_NAME", "feature").set("LAST_SUCCESS", "");

        assertThat(base()).isEqualTo(commit("HEAD~1"));
    }

    @Test
    void theFirstBuildOfMainIsComparedWithNothing() throws Exception {
        workspace.set("BRANCH_NAME", "main").set("LAST_SUCCESS", "");

        assertThat(base()).isEmpty();
    }

    private List<String> changedSince(String base) throws Exception {
        var outcome = workspace.script("changed-services.sh", base);
        assertThat(outcome.status()).as(outcome.output()).isZero();
        return outcome.lines();
    }

    private String base() throws Exception {
        return workspace.script("base.sh").output().strip();
    }

    private String commit(String name) throws Exception {
        return workspace.run("git", "rev-parse", name).output().strip();
    }

    private static String moduleOf(String service) {
        return service.equals("recommender-worker") ? service : service + "-war";
    }

    static Stream<String> modules() throws Exception {
        return texts(parse(Path.of("../pom.xml")), "module").filter(module -> !module.equals("benchmarks"));
    }

    private static Set<String> reach(Map<String, Set<String>> needs, String module) {
        var reached = new HashSet<String>(Set.of(module));
        for (var needed : needs.getOrDefault(module, Set.of())) {
            reached.addAll(reach(needs, needed));
        }
        return reached;
    }

    private static Map<String, Set<String>> dependencies() throws Exception {
        var needs = new HashMap<String, Set<String>>();
        for (var module : modules().toList()) {
            needs.put(module, new HashSet<>());
            var project = parse(Path.of("..", module, "pom.xml"));
            for (var dependency : childrenOf(project, "dependencies", "dependency")) {
                var scope = child(dependency, "scope");
                if (child(dependency, "groupId").equals("org.coursewise") && !scope.equals("test")) {
                    needs.get(module).add(child(dependency, "artifactId"));
                }
            }
            // managed with the scope of tests
            needs.get(module).remove("style-rules");
        }
        return needs;
    }

    private static Element parse(Path pom) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
    }

    private static List<Element> childrenOf(Element parent, String list, String name) {
        return elements(parent, list).flatMap(found -> elements(found, name)).toList();
    }

    private static String child(Element parent, String name) {
        return elements(parent, name).map(Element::getTextContent).findFirst().orElse("");
    }

    private static Stream<Element> elements(Element parent, String name) {
        var children = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children.stream();
    }

    private static Stream<String> texts(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(i -> found.item(i).getTextContent());
    }
}
