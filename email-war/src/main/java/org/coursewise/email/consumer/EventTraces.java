package org.coursewise.email.consumer;

import org.coursewise.events.TraceScope;
import org.coursewise.rest.trace.TraceContext;
import org.jspecify.annotations.Nullable;

/** What is done for an event belongs to the trace of the request that caused it. */
final class EventTraces implements TraceScope {

    @Override
    public @Nullable String traceparent() {
        return TraceContext.current().map(TraceContext::traceparent).orElse(null);
    }

    @Override
    @SuppressWarnings("try") // opened to be closed, nothing else
    public void within(@Nullable String traceparent, Runnable work) {
        try (var trace = TraceContext.continueFrom(traceparent).open()) {
            work.run();
        }
    }
}
