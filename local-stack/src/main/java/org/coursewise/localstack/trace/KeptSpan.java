package org.coursewise.localstack.trace;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A span as it is kept and shown.
 *
 * @param parentId empty for the first of a trace
 * @param startNanos since 1970
 * @param attributes by name, in their order
 */
record KeptSpan(
        String traceId,
        String spanId,
        String parentId,
        String service,
        String name,
        String kind,
        long startNanos,
        long endNanos,
        boolean failed,
        Map<String, String> attributes) {

    private static final HexFormat HEX = HexFormat.of();
    private static final int KIND_PREFIX = "SPAN_KIND_".length();

    static KeptSpan of(String service, Span span) {
        var attributes = new TreeMap<String, String>();
        span.getAttributesList().forEach(attribute -> attributes.put(attribute.getKey(), text(attribute.getValue())));
        return new KeptSpan(
                HEX.formatHex(span.getTraceId().toByteArray()),
                HEX.formatHex(span.getSpanId().toByteArray()),
                HEX.formatHex(span.getParentSpanId().toByteArray()),
                service,
                span.getName(),
                span.getKind().name().substring(KIND_PREFIX).toLowerCase(Locale.ROOT),
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano(),
                span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR,
                attributes);
    }

    static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> Long.toString(value.getIntValue());
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            default -> value.toString().strip();
        };
    }

    double milliseconds() {
        return (endNanos - startNanos) / 1e6;
    }
}
