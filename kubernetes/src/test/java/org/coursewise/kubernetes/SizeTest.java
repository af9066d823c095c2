package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of sizes in docs/operations.md adds up. */
class SizeTest {

    private static final double GIBI = 1L << 30;

    /** What pods of one kind ask for, each, and how many there are at least and at most. */
    private record Demand(double least, double most, double processors, double memory, double volumes) {}

    @ParameterizedTest
    @EnumSource(names = {"LOCAL", "STAGING", "PRODUCTION"})
    void anOverlayAsksForAsMuchAsIsWritten(Overlay overlay) {
        var name = "`" + overlay.name().toLowerCase(Locale.ROOT) + "`";
        var row = new Handbook()
                .rowsOf("Size").stream()
                        .filter(cells -> cells.get(0).equals(name))
                        .findFirst()
                        .orElseThrow();
        var demands = demands(overlay);

        assertThat(row.subList(1, 4))
                .containsExactly(
                        text("%.1f", sum(demands, each -> each.least() * each.processors())),
                        text("%.1f GiB", sum(demands, each -> each.least() * each.memory()) / GIBI),
                        text("%.0f GiB", sum(demands, each -> each.least() * each.volumes()) / GIBI));
        if (!row.get(4).isEmpty()) {
            assertThat(row.get(4))
                    .isEqualTo(text("%.1f processors", sum(demands, each -> each.most() * each.processors()))
                            + text(", %.0f GiB", sum(demands, each -> each.most() * each.memory()) / GIBI));
        }
    }

    private static String text(String format, double figure) {
        return String.format(Locale.ROOT, format, figure);
    }

    private static double sum(List<Demand> demands, ToDoubleFunction<Demand> figure) {
        return demands.stream().mapToDouble(figure).sum();
    }

    private static List<Demand> demands(Overlay overlay) {
        var demands = new ArrayList<Demand>();
        overlay.of("OpenLibertyApplication").forEach(server -> {
            var least = server.at("spec", "autoscaling", "minReplicas")
                    .or(() -> server.at("spec", "replicas"))
                    .orElseThrow();
            var most = server.at("spec", "autoscaling", "maxReplicas").orElse(least);
            demands.add(demand(least, most, Stream.of(spec(server)), 0));
        });
        overlay.of("Deployment")
                .forEach(deployment -> demands.add(demand(
                        deployment.at("spec", "replicas").orElse(1),
                        deployment.at("spec", "replicas").orElse(1),
                        deployment.each("spec", "template", "spec", "containers"),
                        0)));
        overlay.of("Cluster").forEach(database -> {
            var volumes = quantity(database.text("spec", "storage", "size"))
                    + quantity(database.text("spec", "walStorage", "size"));
            var instances = database.at("spec", "instances").orElseThrow();
            demands.add(demand(instances, instances, Stream.of(spec(database)), volumes));
        });
        overlay.of("KafkaNodePool").forEach(pool -> {
            var volumes = Stream.concat(
                            pool.at("spec", "storage", "size").stream().map(String::valueOf),
                            pool.each("spec", "storage", "volumes").map(volume -> volume.text("size")))
                    .mapToDouble(SizeTest::quantity)
                    .sum();
            var replicas = pool.at("spec", "replicas").orElseThrow();
            demands.add(demand(replicas, replicas, Stream.of(spec(pool)), volumes));
        });
        var operators = overlay.one("Kafka", "events")
                .at("spec", "entityOperator")
                .map(Manifest::of)
                .orElseThrow();
        demands.add(demand(
                1,
                1,
                Stream.of("topicOperator", "userOperator")
                        .map(name -> Manifest.of(operators.at(name).orElseThrow())),
                0));
        overlay.of("MongoDBCommunity").forEach(set -> {
            var pods = Manifest.of(set.at("spec", "statefulSet", "spec").orElseThrow());
            var volumes = pods.each("volumeClaimTemplates")
                    .mapToDouble(claim -> quantity(claim.text("spec", "resources", "requests", "storage")))
                    .sum();
            var members = set.at("spec", "members").orElseThrow();
            demands.add(demand(members, members, pods.each("template", "spec", "containers"), volumes));
        });
        return demands;
    }

    private static Manifest spec(Manifest manifest) {
        return Manifest.of(manifest.at("spec").orElseThrow());
    }

    private static Demand demand(Object least, Object most, Stream<Manifest> parts, double volumes) {
        var asked = parts.toList();
        return new Demand(
                quantity(String.valueOf(least)),
                quantity(String.valueOf(most)),
                requested(asked, "cpu"),
                requested(asked, "memory"),
                volumes);
    }

    private static double requested(List<Manifest> parts, String what) {
        return parts.stream()
                .mapToDouble(part -> quantity(part.text("resources", "requests", what)))
                .sum();
    }

    /** Of {@code 250m}, {@code 512Mi}, {@code 2Gi} or {@code 2}. */
    private static double quantity(String text) {
        if (text.endsWith("m")) {
            return Double.parseDouble(text.substring(0, text.length() - 1)) / 1000;
        }
        if (text.endsWith("i")) {
            var power = "KMG".indexOf(text.charAt(text.length() - 2)) + 1;
            return Double.parseDouble(text.substring(0, text.length() - 2)) * Math.pow(1024, power);
        }
        return Double.parseDouble(text);
    }
}
