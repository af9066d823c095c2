package org.coursewise.benchmarks.training;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coursewise.benchmarks.generated.GeneratedLearners;

/**
 * What is trained on.
 *
 * @param count of enrolments
 * @param learners how many of them there are
 * @param taken how many courses there are
 */
record TrainingFiles(Path enrolments, Path courses, int count, int learners, int taken) {

    /** In place of what was generated in the folder before. */
    static TrainingFiles generate(GeneratedLearners generated, int count, int taken, Path folder) throws IOException {
        Files.createDirectories(folder);
        var courses = folder.resolve("courses.csv");
        try (Writer file = Files.newBufferedWriter(courses)) {
            generated.writeCourses(file);
        }
        var enrolments = folder.resolve("enrollments.csv");
        try (Writer file = Files.newBufferedWriter(enrolments)) {
            return new TrainingFiles(enrolments, courses, count, generated.writeEnrollments(file, count), taken);
        }
    }
}
