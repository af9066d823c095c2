package org.coursewise.trace;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which trace the current thread works for (W3C Trace Context, level 1). A request continues its caller's trace, or
 * begins one; whatever the work sends onwards carries {@link #traceparent()}.
 *
 * @param traceId 32 lower-case hexadecimal digits, shared by all that one request causes, in every service
 * @param spanId 16 digits for this service's part of it
 * @param flags two digits; 01 is sampled
 */
public record TraceContext(String traceId, String spanId, String flags) {

    /** The header, the Kafka header and the outbox column are all named so. */
    public static final String HEADER = "traceparent";

    // a later version may append fields after a dash; version ff is invalid
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final int MAX_LENGTH = 512;
    private static final ThreadLocal<@Nullable TraceContext> CURRENT = new ThreadLocal<>();

    /** The trace of the request or record this thread works on; empty outside of any. */
    public static Optional<TraceContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** What work for the current thread's trace sends onwards; null outside of any. */
    public static @Nullable String currentTraceparent() {
        return current().map(TraceContext::traceparent).orElse(null);
    }

    /** Continues the caller's trace with a span of our own; begins a trace when there is none or it is malformed. */
    public static TraceContext continueFrom(@Nullable String traceparent) {
        return parse(traceparent)
                .map(caller -> new TraceContext(caller.traceId(), randomHex(8), caller.flags()))
                .orElseGet(() -> new TraceContext(randomHex(16), randomHex(8), "01"));
    }

    /** The caller's own, with the caller's span; empty when there is none or it is malformed. */
    static Optional<TraceContext> parse(@Nullable String traceparent) {
        if (traceparent != null && traceparent.length() <= MAX_LENGTH) {
            var match = TRACEPARENT.matcher(traceparent.strip().toLowerCase(Locale.ROOT));
            if (match.matches() && (match.group(5) == null || !match.group(1).equals("00"))) {
                return Optional.of(new TraceContext(match.group(2), match.group(3), match.group(4)));
            }
        }
        return Optional.empty();
    }

    /** Makes this the current thread's trace until the scope is closed; the one before is then current again. */
    public Scope open() {
        var before = CURRENT.get();
        CURRENT.set(this);
        LogTrace.set(this);
        return () -> {
            LogTrace.set(before);
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** What to send onwards. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String randomHex(int length) {
        var bytes = new byte[length];
        do {
            ThreadLocalRandom.current().nextBytes(bytes);
        } while (bytes[0] == 0); // all zeros would mean none
        return HexFormat.of().formatHex(bytes);
    }

    /** Ends with the work it was opened for; use in try-with-resources. */
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
