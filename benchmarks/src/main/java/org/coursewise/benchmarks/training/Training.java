package org.coursewise.benchmarks.training;

import java.util.Locale;

/**
 * What one took.
 *
 * @param heap how large its heap was allowed to become, in megabytes
 * @param processorSeconds of all its threads together
 * @param megabytes that its process held at most
 */
record Training(
        int enrolments, int learners, int courses, int heap, double seconds, double processorSeconds, long megabytes) {

    static final String HEADER = """
            | enrolments | learners | courses | MB of heap allowed | seconds | seconds of processor time | MB of memory at most |
            |---|---|---|---|---|---|---|
            """;

    String row() {
        return String.format(
                Locale.ROOT,
                "| %,d | %,d | %,d | %,d | %.1f | %.1f | %,d |%n",
                enrolments,
                learners,
                courses,
                heap,
                seconds,
                processorSeconds,
                megabytes);
    }
}
