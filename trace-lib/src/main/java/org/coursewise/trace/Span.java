package org.coursewise.trace;

import org.jspecify.annotations.Nullable;

/**
 * A piece of work for a trace, from {@link #begin} to {@link #close}; meanwhile its context is the thread's, so that what
 * the work sends onwards becomes its child. Where traces are exported (see {@link Recorder}) it is; elsewhere it costs next
 * to nothing. One thread begins, describes and closes it.
 */
public final class Span implements TraceContext.Scope {

    /** The kinds of OpenTelemetry: who answers, who handles a record, who calls, and everything else. */
    public enum Kind {
        SERVER,
        CONSUMER,
        CLIENT,
        INTERNAL
    }

    private static final Recorder RECORDER = Recorder.of(System.getenv());

    private final TraceContext context;
    private final @Nullable Recording recording;
    private final TraceContext.Scope scope;

    private Span(TraceContext context, @Nullable Recording recording) {
        this.context = context;
        this.recording = recording;
        this.scope = context.open();
    }

    /**
     * Begins work that somebody else asked for.
     *
     * @param name few different ones, without ids: a route, a topic, a kind of job
     * @param traceparent of who asked; a trace begins here where it is null or malformed
     */
    public static Span begin(Kind kind, String name, @Nullable String traceparent) {
        return begin(RECORDER, kind, name, traceparent);
    }

    static Span begin(Recorder recorder, Kind kind, String name, @Nullable String traceparent) {
        var recording =
                recorder.begin(kind, name, TraceContext.parse(traceparent).orElse(null));
        return new Span(recording == null ? TraceContext.continueFrom(traceparent) : recording.context(), recording);
    }

    public TraceContext context() {
        return context;
    }

    /** Gives it the better name that is known by now. */
    public void rename(String name) {
        if (recording != null) {
            recording.rename(name);
        }
    }

    /** @param attribute by OpenTelemetry's semantic conventions where they know one; never what is personal or secret */
    public Span with(String attribute, String value) {
        if (recording != null) {
            recording.attribute(attribute, value);
        }
        return this;
    }

    public Span with(String attribute, long value) {
        if (recording != null) {
            recording.attribute(attribute, value);
        }
        return this;
    }

    /**
     * Says that the work failed.
     *
     * @param why a code or the name of a class: what exceptions say may be personal
     */
    public void fail(String why) {
        if (recording != null) {
            recording.fail(why);
        }
    }

    @Override
    public void close() {
        scope.close();
        if (recording != null) {
            recording.end();
        }
    }
}
