package org.coursewise.localstack.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The 120 courses in {@code sample/courses.csv}, ten in each of twelve categories. */
final class SampleCatalogue {

    /** Code first; category, tags and level behind the summary, none of which holds a comma. */
    private static final Pattern ROW =
            Pattern.compile("([A-Z]+-\\d+),.*,([A-Z][A-Za-z ]+),[^,]+,(beginner|intermediate|advanced),[^,]+,\\d+,.*");

    private SampleCatalogue() {}

    /** The file, as it is imported. */
    static String csv() {
        try (var in = SampleCatalogue.class.getResourceAsStream("/sample/courses.csv")) {
            if (in == null) {
                throw new IllegalStateException("sample/courses.csv is not in the archive");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SampleCourse> courses() {
        return csv().lines()
                .skip(1)
                .map(line -> {
                    var row = ROW.matcher(line);
                    if (!row.matches()) {
                        throw new IllegalStateException("Not a course: " + line);
                    }
                    return SampleCourse.of(row.group(1), row.group(2), row.group(3));
                })
                .toList();
    }
}
