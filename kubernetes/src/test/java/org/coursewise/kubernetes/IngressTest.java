package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way in. */
class IngressTest {

    private static final String ROUTES = "local-stack/src/main/java/org/coursewise/localstack/gateway/Routes.java";
    private static final Pattern UNDER_API =
            Pattern.compile("Service\\.(AUTH|COURSE|EMAIL),\\s*List\\.of\\(([^)]*)\\)");
    private static final Pattern AT_ROOT = Pattern.compile("\"(/[^\"]+)\", Service\\.(AUTH|COURSE|EMAIL)");
    private static final Pattern PATH = Pattern.compile("\"(/[^\"]+)\"");

    @ParameterizedTest
    @EnumSource
    void aPathGoesWhereTheLocalGatewaySendsIt(Overlay overlay) {
        assertThat(paths(overlay.one("Ingress", "api"))).isEqualTo(routes());
    }

    @ParameterizedTest
    @EnumSource
    void insideTheClusterPathsAreTheSame(Overlay overlay) {
        assertThat(paths(overlay.one("Ingress", "api-internal"))).isEqualTo(paths(overlay.one("Ingress", "api")));
    }

    @ParameterizedTest
    @EnumSource
    void healthAndMetricsAreNobodys(Overlay overlay) {
        assertThat(paths(overlay.one("Ingress", "api")).keySet())
                .noneMatch(path -> path.startsWith("/health") || path.startsWith("/metrics"));
        assertThat(paths(overlay.one("Ingress", "console"))).containsEntry("/health", "withheld");
        assertThat(overlay.one("Service", "withheld").at("spec", "selector")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyWayInIsTlsToThatHost(Overlay overlay) {
        assertThat(overlay.of("Ingress")).hasSize(3).allSatisfy(ingress -> {
            var host = ingress.each("spec", "rules").findFirst().orElseThrow().text("host");
            assertThat(ingress.each("spec", "tls").findFirst().orElseThrow().text("hosts"))
                    .isEqualTo("[" + host + "]");
            assertThat(ingress.text("spec", "ingressClassName")).isEqualTo("traefik");
        });
    }

    @ParameterizedTest
    @EnumSource
    void servicesKnowTheHostsTheyAreReachedBy(Overlay overlay) {
        var settings = overlay.of("ConfigMap")
                .filter(map -> map.name().startsWith("coursewise-settings"))
                .findFirst()
                .orElseThrow();

        assertThat(settings.text("data", "COURSEWISE_API_URL")).isEqualTo("https://" + host(overlay, "api"));
        assertThat(settings.text("data", "COURSEWISE_ISSUER")).isEqualTo("https://" + host(overlay, "api"));
        assertThat(settings.text("data", "COURSEWISE_PUBLIC_URL")).isEqualTo("https://" + host(overlay, "console"));
    }

    @ParameterizedTest
    @EnumSource
    void serversAreReachedOverTlsThatIsVerified(Overlay overlay) {
        assertThat(overlay.of("OpenLibertyApplication")).allSatisfy(application -> assertThat(
                        application.at("spec", "service", "annotations").map(Manifest::map))
                .hasValueSatisfying(annotations -> assertThat(annotations)
                        .containsEntry("traefik.ingress.kubernetes.io/service.serversscheme", "https")
                        .containsEntry(
                                "traefik.ingress.kubernetes.io/service.serverstransport",
                                "coursewise-internal@kubernetescrd")));
    }

    @ParameterizedTest
    @EnumSource(names = "PRODUCTION_WITH_EXTRAS")
    void traefikTrustsOurAuthorityAlone(Overlay overlay) {
        var transport = overlay.one("ServersTransport", "internal");

        assertThat(transport.at("spec"))
                .contains(Map.of(
                        "serverName",
                        "server.coursewise.svc",
                        "rootCAs",
                        java.util.List.of(Map.of("secret", "coursewise-ca"))));
    }

    private static String host(Overlay overlay, String ingress) {
        return overlay.one("Ingress", ingress)
                .each("spec", "rules")
                .findFirst()
                .orElseThrow()
                .text("host");
    }

    private static Map<String, String> paths(Manifest ingress) {
        var paths = new TreeMap<String, String>();
        ingress.each("spec", "rules")
                .flatMap(rule -> rule.each("http", "paths"))
                .forEach(path -> {
                    assertThat(path.text("pathType")).isEqualTo("Prefix");
                    paths.put(path.text("path"), path.text("backend", "service", "name"));
                });
        return paths;
    }

    private static Map<String, String> routes() {
        var source = Repository.text(ROUTES);
        var routes = new TreeMap<String, String>();
        AT_ROOT.matcher(source)
                .results()
                .forEach(match -> routes.put(match.group(1), match.group(2).toLowerCase(Locale.ROOT)));
        UNDER_API.matcher(source).results().forEach(match -> PATH.matcher(match.group(2))
                .results()
                .forEach(path ->
                        routes.put("/api/v1" + path.group(1), match.group(1).toLowerCase(Locale.ROOT))));
        assertThat(routes).as("routes of %s", ROUTES).hasSizeGreaterThan(35);
        return routes;
    }
}
