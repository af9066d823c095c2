package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Alerts and dashboards against the pages that explain them and the figures that there are. */
class MonitoringTest {

    private static final Overlay SET = Overlay.PRODUCTION_WITH_EXTRAS;
    private static final String RUNBOOKS = "docs/runbooks";
    private static final List<String> READMES = List.of(
            "rest-lib/README.md",
            "events-lib/README.md",
            "revocation-lib/README.md",
            "auth-war/README.md",
            "course-war/README.md",
            "email-war/README.md",
            "liberty-config/README.md");
    /** What Prometheus itself knows of whom it asks. */
    private static final String OWN = "up";

    /** JSON is YAML too. */
    private static final Load JSON = new Load(LoadSettings.builder().build());

    private static final List<String> SECTIONS =
            List.of("**What it means.**", "**What a user notices.**", "## How to look", "## What to do");

    @Test
    void everyAlertSaysWhatIsWrongAndLeadsToItsPage() {
        assertThat(alerts()).hasSizeGreaterThan(8).allSatisfy(alert -> {
            assertThat(alert.text("labels", "severity")).isIn("critical", "warning");
            assertThat(alert.text("annotations", "summary")).isNotBlank();
            assertThat(alert.text("annotations", "description")).isNotBlank();
            assertThat(alert.text("annotations", "runbook_url"))
                    .startsWith("https://")
                    .endsWith("/" + RUNBOOKS + "/" + alert.text("alert") + ".md");
        });
        assertThat(alerts().stream().map(alert -> alert.text("alert"))).doesNotHaveDuplicates();
    }

    @Test
    void everyAlertHasAPageAndEveryPageAnAlert() {
        var pages = Repository.files(RUNBOOKS, ".md").stream()
                .map(page -> String.valueOf(page.getFileName()).replaceAll("\\.md$", ""))
                .toList();
        assertThat(alerts().stream().map(alert -> alert.text("alert")))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(pages);
        assertThat(pages).allSatisfy(page -> assertThat(Repository.text(RUNBOOKS + "/" + page + ".md"))
                .startsWith("# " + page + "\n")
                .contains(SECTIONS));
    }

    @Test
    void everyFigureThatIsAskedForIsListedInAReadme() {
        var listed = listed();
        assertThat(asked()).hasSizeGreaterThan(15).allSatisfy(name -> assertThat(listed)
                .as("metrics in the tables of %s", READMES)
                .contains(name));
    }

    @Test
    void everyFigureOfOursIsShownSomewhere() {
        var asked = asked();
        assertThat(listed())
                .filteredOn(name -> name.startsWith("coursewise_"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(asked).contains(name));
    }

    @Test
    void aDashboardIsFoundByGrafanaAndKnownByItsOwnUid() {
        assertThat(dashboards()).hasSize(3);
        assertThat(dashboards().stream().map(dashboard -> dashboard.text("uid")))
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.startsWith("coursewise-"));
        assertThat(dashboards().stream().flatMap(MonitoringTest::targets))
                .isNotEmpty()
                .allMatch(target -> target.text("datasource", "uid").equals("${datasource}"));
    }

    private static List<Manifest> alerts() {
        return SET.of("PrometheusRule")
                .flatMap(rule -> rule.each("spec", "groups"))
                .flatMap(group -> group.each("rules"))
                .toList();
    }

    private static Set<String> asked() {
        var expressions = new ArrayList<String>();
        alerts().forEach(alert -> expressions.add(alert.text("expr")));
        dashboards().stream().flatMap(MonitoringTest::targets).forEach(target -> expressions.add(target.text("expr")));
        return expressions.stream()
                .flatMap(expression -> PromQl.metrics(expression).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> listed() {
        var names = new HashSet<>(Set.of(OWN));
        for (var readme : READMES) {
            Readme.rows(readme)
                    .flatMap(row -> Readme.codes(row.get(0)).stream())
                    .forEach(names::add);
        }
        return names;
    }

    private static List<Manifest> dashboards() {
        return SET.of("ConfigMap")
                .filter(map -> "1".equals(map.labels().get("grafana_dashboard")))
                .flatMap(map -> Manifest.map(map.at("data").orElseThrow()).values().stream())
                .map(json -> Manifest.of(JSON.loadFromString(String.valueOf(json))))
                .toList();
    }

    private static Stream<Manifest> targets(Manifest dashboard) {
        return dashboard.each("panels").flatMap(panel -> panel.each("targets"));
    }
}
