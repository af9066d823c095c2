package org.coursewise.localstack.sample;

import java.util.List;

/**
 * What learners look at when they choose.
 *
 * @param level 0 for beginners to 2
 */
record SampleCourse(String code, String category, int level) {

    private static final List<String> LEVELS = List.of("beginner", "intermediate", "advanced");

    static SampleCourse of(String code, String category, String level) {
        return new SampleCourse(code, category, LEVELS.indexOf(level));
    }
}
