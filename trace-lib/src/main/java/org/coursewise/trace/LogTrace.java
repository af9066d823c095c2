package org.coursewise.trace;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Puts the trace id into Liberty's log records: JSON logs show it as {@code ext_traceId}. Liberty's class is found by
 * name, as it is in no public artifact; elsewhere, such as in a plain test, this does nothing.
 */
final class LogTrace {

    private static final System.Logger LOG = System.getLogger(LogTrace.class.getName());
    private static final String LIBERTY = "com.ibm.websphere.logging.hpel.LogRecordContext";
    private static final String NAME = "traceId";

    private static final @Nullable MethodHandle ADD =
            find("addExtension", MethodType.methodType(void.class, String.class, String.class));
    private static final @Nullable MethodHandle REMOVE =
            find("removeExtension", MethodType.methodType(boolean.class, String.class));

    private LogTrace() {}

    static void set(@Nullable TraceContext trace) {
        if (ADD == null || REMOVE == null) {
            return;
        }
        try {
            if (trace == null) {
                var removed = (boolean) REMOVE.invokeExact(NAME);
                LOG.log(System.Logger.Level.TRACE, "Trace left the log: {0}", removed);
            } else {
                ADD.invokeExact(NAME, trace.traceId());
            }
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.DEBUG, "The log knows no trace id", e);
        }
    }

    private static @Nullable MethodHandle find(String method, MethodType type) {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(Class.forName(LIBERTY, true, LogTrace.class.getClassLoader()), method, type);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }
}
