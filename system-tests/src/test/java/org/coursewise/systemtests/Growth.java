package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;

/** What must not grow while the same is done again and again: heap, threads, connections, and what waits for others. */
final class Growth {

    private static final String HEAP = "memory_usedHeap_bytes";
    private static final String THREADS = "thread_count";
    private static final String CONNECTIONS = "connections";
    private static final List<String> WAITING = List.of("coursewise_outbox_waiting", "coursewise_consumer_lag");
    /** The least heap after collections says what is held; how much garbage there is in between says nothing. */
    private static final double MORE_HEAP = 1.25;

    private static final double MORE_OF_ANYTHING_ELSE = 10;

    private final LocalStack stack;
    private final ServiceFigures figures;
    private final Map<String, List<Double>> looks = new LinkedHashMap<>();

    Growth(LocalStack stack) {
        this.stack = stack;
        this.figures = new ServiceFigures(stack);
    }

    void look() {
        for (var service : ServiceFigures.SERVICES) {
            for (var name : List.of(HEAP, THREADS)) {
                add(service + " " + name, sum(service, name));
            }
            for (var name : WAITING) {
                add(service + " " + name, sum(service, name));
            }
        }
        add(CONNECTIONS, connections());
    }

    /** In the second half of the time there is no more of anything than in the first. */
    void isOver() {
        assertThat(looks).isNotEmpty().allSatisfy((name, values) -> {
            assertThat(values).hasSizeGreaterThan(3);
            var first = values.subList(0, values.size() / 2);
            var second = values.subList(values.size() / 2, values.size());
            if (name.endsWith(HEAP)) {
                assertThat(least(second)).isLessThan(least(first) * MORE_HEAP);
            } else {
                assertThat(most(second)).isLessThan(most(first) + MORE_OF_ANYTHING_ELSE);
            }
        });
    }

    /** No event waits to be told, and none to be heard. */
    boolean isNothingWaiting() {
        return ServiceFigures.SERVICES.stream()
                .flatMap(service -> WAITING.stream().map(name -> sum(service, name)))
                .allMatch(count -> count == 0);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        looks.forEach((name, values) -> text.append("%s: %.0f to %.0f, in the end %.0f%n"
                .formatted(name, least(values), most(values), values.get(values.size() - 1))));
        return text.toString();
    }

    private void add(String name, double value) {
        looks.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }

    private double connections() {
        var count = "select count(*) from pg_stat_activity where backend_type like ?";
        return Double.parseDouble(
                new Stores(stack).query("auth", count, "client backend").get(0));
    }

    private double sum(String service, String name) {
        return figures.values(service, name).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
