package org.coursewise.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes spans down, where OpenTelemetry's own environment variables name a place to export them to; they are described in
 * {@code docs/adr/0014-spans-of-our-own-making.md}. Nothing of OpenTelemetry is loaded otherwise.
 */
interface Recorder {

    /** Writes nothing down. */
    Recorder NONE = (kind, name, parent) -> null;

    /** @return null when the span is not written down */
    @Nullable
    Recording begin(Span.Kind kind, String name, @Nullable TraceContext parent);

    static Recorder of(Map<String, String> environment) {
        var isWanted = environment.containsKey("OTEL_EXPORTER_OTLP_ENDPOINT")
                || environment.containsKey("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
        return isWanted ? OpenTelemetryRecorder.configured() : NONE;
    }
}
