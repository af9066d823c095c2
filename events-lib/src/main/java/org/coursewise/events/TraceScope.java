package org.coursewise.events;

import org.jspecify.annotations.Nullable;

/**
 * How a service knows which trace a thread works for. Events carry it on: from the request that causes one, through
 * outbox and Kafka, to the thread that handles it. {@link ThreadTraceScope} is the one for a service without its own.
 */
public interface TraceScope {

    /** The W3C {@code traceparent} this thread works for, if any. */
    @Nullable
    String traceparent();

    /** Does the work with that traceparent as this thread's own, and gives back what was there before. */
    void within(@Nullable String traceparent, Runnable work);
}
