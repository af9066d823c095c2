package org.coursewise.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What can be applied, as kustomize renders it. */
enum Overlay {
    LOCAL,
    STAGING,
    PRODUCTION,
    /** Production with all that is left to the cluster to want. */
    PRODUCTION_WITH_EXTRAS,
    /** Production with databases that begin as a snapshot. */
    PRODUCTION_RESTORED;

    private static final Map<Overlay, List<Manifest>> RENDERED = new ConcurrentHashMap<>();
    private static final Path KUBERNETES = Repository.TOP.resolve("kubernetes");
    private static final String EXTRAS = """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            namespace: coursewise
            resources:
              - ../../overlays/production
              - ../../components/ingress-traefik/transport
            components:
              - ../../components/monitoring
              - ../../components/tracing
              - ../../components/spark
            labels:
              - pairs:
                  app.kubernetes.io/part-of: coursewise
            """;
    private static final String RESTORED = """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            namespace: coursewise
            resources:
              - ../../overlays/production
            components:
              - ../../components/postgres-recovery
            """;

    /** Every object. Without kubectl or kustomize on the PATH the test is skipped, and says so. */
    List<Manifest> manifests() {
        return RENDERED.computeIfAbsent(this, Overlay::render);
    }

    Stream<Manifest> of(String kind) {
        return manifests().stream().filter(manifest -> manifest.kind().equals(kind));
    }

    Manifest one(String kind, String name) {
        return of(kind).filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(this + " has no " + kind + " " + name));
    }

    boolean has(String kind, Predicate<Manifest> which) {
        return of(kind).anyMatch(which);
    }

    private List<Manifest> render() {
        try {
            var process = new ProcessBuilder(command(folder()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var yaml = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(this + " cannot be rendered");
            }
            var manifests = new ArrayList<Manifest>();
            new Load(LoadSettings.builder().build())
                    .loadAllFromString(yaml)
                    .forEach(document -> manifests.add(Manifest.of(document)));
            return List.copyOf(manifests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Path folder() throws IOException {
        return switch (this) {
            case LOCAL, STAGING, PRODUCTION -> KUBERNETES.resolve("overlays").resolve(name().toLowerCase(Locale.ROOT));
            case PRODUCTION_WITH_EXTRAS -> written("production-with-extras", EXTRAS);
            case PRODUCTION_RESTORED -> written("production-restored", RESTORED);
        };
    }

    private static Path written(String name, String kustomization) throws IOException {
        var folder = Files.createDirectories(KUBERNETES.resolve("target").resolve(name));
        Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
        return folder;
    }

    private static List<String> command(Path folder) {
        if (isOnPath("kustomize")) {
            return List.of("kustomize", "build", folder.toString());
        }
        Assumptions.assumeTrue(
                isOnPath("kubectl"),
                "Skipped: neither kustomize nor kubectl is on the PATH to render the Kubernetes set with");
        return List.of("kubectl", "kustomize", folder.toString());
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
