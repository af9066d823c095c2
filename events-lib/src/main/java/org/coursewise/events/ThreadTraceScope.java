package org.coursewise.events;

import org.jspecify.annotations.Nullable;

/** Keeps the traceparent in a thread local. */
public final class ThreadTraceScope implements TraceScope {

    private final ThreadLocal<@Nullable String> current = new ThreadLocal<>();

    @Override
    public @Nullable String traceparent() {
        return current.get();
    }

    @Override
    public void within(@Nullable String traceparent, Runnable work) {
        var before = current.get();
        current.set(traceparent);
        try {
            work.run();
        } finally {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        }
    }
}
