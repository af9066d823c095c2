package org.coursewise.localstack.trace;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest traces, in memory: some thousand, each of some thousand spans at most. */
final class Traces {

    private static final int MOST_TRACES = 2_000;
    private static final int MOST_SPANS = 2_000;
    private static final String SERVICE_NAME = "service.name";

    private final LinkedHashMap<String, List<KeptSpan>> spans = new LinkedHashMap<>();

    void add(ExportTraceServiceRequest export) {
        for (var resource : export.getResourceSpansList()) {
            var service = resource.getResource().getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals(SERVICE_NAME))
                    .map(attribute -> KeptSpan.text(attribute.getValue()))
                    .findFirst()
                    .orElse("unknown");
            resource.getScopeSpansList()
                    .forEach(scope -> scope.getSpansList().forEach(span -> add(KeptSpan.of(service, span))));
        }
    }

    synchronized void add(KeptSpan span) {
        var known = spans.computeIfAbsent(span.traceId(), id -> new ArrayList<>());
        if (known.size() < MOST_SPANS) {
            known.add(span);
        }
        if (spans.size() > MOST_TRACES) {
            spans.remove(spans.keySet().iterator().next());
        }
    }

    /** The spans of a trace in the order in which they began; none when it is not known. */
    synchronized List<KeptSpan> trace(String id) {
        return spans.getOrDefault(id, List.of()).stream()
                .sorted(Comparator.comparingLong(KeptSpan::startNanos))
                .toList();
    }

    /** The latest traces, the newest first. */
    synchronized List<List<KeptSpan>> latest(int most) {
        var all = new ArrayList<>(spans.entrySet());
        return all.subList(Math.max(0, all.size() - most), all.size()).stream()
                .map(Map.Entry::getKey)
                .map(this::trace)
                .sorted(Comparator.comparingLong(
                                (List<KeptSpan> trace) -> trace.get(0).startNanos())
                        .reversed())
                .toList();
    }
}
