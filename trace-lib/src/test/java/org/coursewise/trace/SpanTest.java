package org.coursewise.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coursewise.trace.Span.Kind.CONSUMER;
import static org.coursewise.trace.Span.Kind.SERVER;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanTest {

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final Recorder recorder = new OpenTelemetryRecorder(SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exported))
            .build()
            .get("test"));

    @Test
    void whatAThreadSendsOnwardsMakesTheNextServicesSpanItsChild() {
        String sent;
        try (var request = Span.begin(recorder, SERVER, "POST", null)) {
            request.rename("POST /users");
            sent = TraceContext.current().orElseThrow().traceparent();
        }
        try (var record = Span.begin(recorder, CONSUMER, "process auth.user.v1", sent)) {
            assertThat(TraceContext.current()).contains(record.context());
        }
        assertThat(TraceContext.current()).isEmpty();
        var spans = exported.getFinishedSpanItems();
        assertThat(spans).extracting(span -> span.getName()).containsExactly("POST /users", "process auth.user.v1");
        assertThat(spans.get(1).getTraceId()).isEqualTo(spans.get(0).getTraceId());
        assertThat(spans.get(1).getParentSpanId()).isEqualTo(spans.get(0).getSpanId());
        assertThat(spans.get(1).getKind()).isEqualTo(SpanKind.CONSUMER);
    }

    @Test
    void aFailureIsSaidByItsKind() {
        try (var span = Span.begin(recorder, SERVER, "GET", null)) {
            span.with("http.response.status_code", 503).fail("503");
        }
        assertThat(exported.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                    .isEqualTo("503");
            assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                    .isEqualTo(503);
        });
    }

    @Test
    void aCallerWhoDoesNotWantItsTraceKeptIsHeard() {
        try (var span =
                Span.begin(recorder, SERVER, "GET", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00")) {
            assertThat(span.context().traceparent())
                    .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                    .endsWith("-00");
        }
        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void withoutAPlaceToExportToTheTraceGoesOnAllTheSame() {
        try (var span = Span.begin(
                Recorder.of(Map.of()), SERVER, "GET", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")) {
            span.with("http.route", "/users").fail("500");
            assertThat(TraceContext.current()).contains(span.context());
            assertThat(span.context().traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        }
        assertThat(TraceContext.current()).isEmpty();
    }
}
