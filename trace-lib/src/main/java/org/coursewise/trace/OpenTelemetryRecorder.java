package org.coursewise.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records spans by OpenTelemetry's SDK, which exports them in batches on a thread of its own and drops what is too much. */
final class OpenTelemetryRecorder implements Recorder {

    private static final System.Logger LOG = System.getLogger(OpenTelemetryRecorder.class.getName());

    private final Tracer tracer;

    OpenTelemetryRecorder(Tracer tracer) {
        this.tracer = tracer;
    }

    /** By the environment variables {@code OTEL_…}; a service goes on without traces when they make no sense. */
    static Recorder configured() {
        try {
            var sdk = AutoConfiguredOpenTelemetrySdk.builder()
                    // metrics are Prometheus' and logs are the platform's
                    .addPropertiesSupplier(() -> Map.of(
                            "otel.metrics.exporter", "none",
                            "otel.logs.exporter", "none",
                            "otel.exporter.otlp.protocol", "http/protobuf"))
                    .build()
                    .getOpenTelemetrySdk();
            return new OpenTelemetryRecorder(sdk.getTracer("org.coursewise"));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "No traces are exported, OTEL_… cannot be used: {0}", e.getMessage());
            return NONE;
        }
    }

    @Override
    public Recording begin(Span.Kind kind, String name, @Nullable TraceContext parent) {
        var context = Context.root();
        if (parent != null) {
            var caller = SpanContext.createFromRemoteParent(
                    parent.traceId(), parent.spanId(), TraceFlags.fromHex(parent.flags(), 0), TraceState.getDefault());
            context = context.with(io.opentelemetry.api.trace.Span.wrap(caller));
        }
        return new OpenTelemetryRecording(tracer.spanBuilder(name)
                .setSpanKind(SpanKind.valueOf(kind.name()))
                .setParent(context)
                .startSpan());
    }

    private record OpenTelemetryRecording(io.opentelemetry.api.trace.Span span) implements Recording {

        @Override
        public TraceContext context() {
            var context = span.getSpanContext();
            return new TraceContext(
                    context.getTraceId(),
                    context.getSpanId(),
                    context.getTraceFlags().asHex());
        }

        @Override
        public void rename(String name) {
            span.updateName(name);
        }

        @Override
        public void attribute(String name, String value) {
            span.setAttribute(name, value);
        }

        @Override
        public void attribute(String name, long value) {
            span.setAttribute(AttributeKey.longKey(name), value);
        }

        @Override
        public void fail(String why) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute("error.type", why);
        }

        @Override
        public void end() {
            span.end();
        }
    }
}
