package org.coursewise.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String ID = "0af7651916cd43dd8448eb211c80319c";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + ID + "-b7ad6b7169203331-01",
                " 00-" + ID + "-b7ad6b7169203331-00 ",
                "cc-" + ID + "-b7ad6b7169203331-01-what-a-later-version-adds",
            })
    void aTraceIsContinuedWithASpanOfOurOwn(String header) {
        var trace = TraceContext.continueFrom(header);
        assertThat(trace.traceId()).isEqualTo(ID);
        assertThat(trace.spanId()).matches("[0-9a-f]{16}").isNotEqualTo("b7ad6b7169203331");
        assertThat(trace.traceparent()).matches("00-" + ID + "-[0-9a-f]{16}-0[01]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "ff-" + ID + "-b7ad6b7169203331-01",
                "00-" + ID + "-b7ad6b7169203331-01-more",
                "00-" + ID + "-0000000000000000-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-" + ID + "-b7ad6b7169203331",
                "00-" + ID + "\n-b7ad6b7169203331-01",
            })
    void aMalformedOneBeginsATrace(String header) {
        assertThat(TraceContext.continueFrom(header).traceId())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(ID);
    }

    @Test
    @SuppressWarnings("try") // the scopes are there to be closed
    void aScopeGivesTheThreadBackAsItWas() {
        assertThat(TraceContext.current()).isEmpty();
        var outer = TraceContext.continueFrom(null);
        var inner = TraceContext.continueFrom(null);
        try (var first = outer.open()) {
            try (var second = inner.open()) {
                assertThat(TraceContext.current()).contains(inner);
            }
            assertThat(TraceContext.current()).contains(outer);
        }
        assertThat(TraceContext.current()).isEmpty();
    }
}
