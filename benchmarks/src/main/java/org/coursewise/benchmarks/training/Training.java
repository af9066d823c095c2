package org.coursewise.benchmarks.training;

import java.util.Locale;

/**
 * What one took.
 *
 * @param processorSeconds of all its threads together
 * @param megabytes that its process held at most
 */
record Training(int enrolments, int learners, int courses, double seconds, double processorSeconds, long megabytes) {

    String row() {
        return String.format(
                Locale.ROOT,
                "| %,d | %,d | %,d | %.1f | %.1f | %,d |%n",
                enrolments,
                learners,
                courses,
                seconds,
                processorSeconds,
                megabytes);
    }
}
