package org.coursewise.auth.event;

import org.coursewise.events.TraceScope;
import org.coursewise.rest.trace.TraceContext;
import org.jspecify.annotations.Nullable;

/** An event belongs to the trace of the request that causes it. */
final class RequestTraces implements TraceScope {

    @Override
    public @Nullable String traceparent() {
        return TraceContext.current().map(TraceContext::traceparent).orElse(null);
    }

    @Override
    public void within(@Nullable String traceparent, Runnable work) {
        try (var trace = TraceContext.continueFrom(traceparent).open()) {
            work.run();
        }
    }
}
