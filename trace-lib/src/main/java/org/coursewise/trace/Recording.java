package org.coursewise.trace;

/** What is written down of a span until it ends and is exported. */
interface Recording {

    TraceContext context();

    void rename(String name);

    void attribute(String name, String value);

    void attribute(String name, long value);

    void fail(String why);

    void end();
}
