package org.coursewise.localstack.trace;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person sees: the latest traces, and one of them as a tree with a bar for each span's time. */
final class TracePages {

    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; color-scheme: light dark }
            table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .2rem .8rem .2rem 0 }
            td.bar { width: 45% } td.bar div { background: #3b7dd8; height: .7rem; min-width: 2px; border-radius: 2px }
            tr.failed td { color: #c22 } tr.failed td.bar div { background: #c22 } small { opacity: .7 }
            """;

    private TracePages() {}

    static String list(List<List<KeptSpan>> traces) {
        var rows = traces.stream()
                .map(trace -> {
                    var first = trace.get(0);
                    return "<tr%s><td>%s</td><td><a href=\"/traces/%s\">%s</a></td><td>%s</td><td>%d</td><td>%.0f ms</td></tr>"
                            .formatted(
                                    trace.stream().anyMatch(KeptSpan::failed) ? " class=failed" : "",
                                    Instant.ofEpochSecond(0, first.startNanos())
                                            .toString()
                                            .substring(11, 19),
                                    first.traceId(),
                                    escape(first.name()),
                                    trace.stream()
                                            .map(KeptSpan::service)
                                            .distinct()
                                            .map(TracePages::escape)
                                            .collect(Collectors.joining(", ")),
                                    trace.size(),
                                    length(trace) / 1e6);
                })
                .collect(Collectors.joining("\n"));
        return page("Latest traces", """
                <p>What each request caused, in all services. Reload for newer ones.</p>
                <table><tr><th>UTC</th><th>began with</th><th>services</th><th>spans</th><th>until the last end</th></tr>
                %s</table>""".formatted(rows));
    }

    static String tree(List<KeptSpan> trace) {
        var start = trace.get(0).startNanos();
        var length = Math.max(1, length(trace));
        var rows = new StringBuilder();
        var known = trace.stream().collect(Collectors.toMap(KeptSpan::spanId, span -> span, (one, other) -> one));
        trace.stream()
                .filter(span -> !known.containsKey(span.parentId()))
                .forEach(root -> rows(rows, root, trace, 0, start, length));
        return page("Trace " + trace.get(0).traceId(), """
                <p><a href="/">All</a></p>
                <table>%s</table>""".formatted(rows));
    }

    private static void rows(
            StringBuilder rows, KeptSpan span, List<KeptSpan> trace, int depth, long start, long length) {
        rows.append(String.format(
                Locale.ROOT,
                "<tr%s title=\"%s\"><td style=\"padding-left:%.1frem\">%s <small>%s</small></td><td>%.1f ms</td>"
                        + "<td class=bar><div style=\"margin-left:%.2f%%;width:%.2f%%\"></div></td></tr>%n",
                span.failed() ? " class=failed" : "",
                escape(attributes(span.attributes())),
                1.5 * depth,
                escape(span.name()),
                escape(span.service()),
                span.milliseconds(),
                100.0 * (span.startNanos() - start) / length,
                100.0 * (span.endNanos() - span.startNanos()) / length));
        trace.stream()
                .filter(child -> child.parentId().equals(span.spanId()))
                .forEach(child -> rows(rows, child, trace, depth + 1, start, length));
    }

    private static long length(List<KeptSpan> trace) {
        return trace.stream().mapToLong(KeptSpan::endNanos).max().orElse(0)
                - trace.get(0).startNanos();
    }

    private static String attributes(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title><style>%s</style></head>
                <body><h1>%s</h1>%s</body></html>
                """.formatted(escape(title), STYLE, escape(title), body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
