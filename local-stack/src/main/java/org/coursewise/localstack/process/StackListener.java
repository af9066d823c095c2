package org.coursewise.localstack.process;

import java.time.Duration;
import java.util.List;

/** Is told what happens to the parts, from several threads. */
public interface StackListener {

    /** Hears nothing. */
    StackListener SILENT = new StackListener() {};

    /** A part's process is about to be started. */
    default void starting(String part) {}

    default void ready(String part, Duration after) {}

    /** A line of a part's output. */
    default void line(String part, String line) {}

    /** A part ended though nobody asked it to. */
    default void crashed(Crash crash) {}

    default void stopping(String part) {}

    default void stopped(String part) {}

    /** The unexpected end of a part, with its last words. */
    record Crash(String part, int exitCode, List<String> lastLines, String logFile) {}
}
