package org.coursewise.course.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coursewise.imports.ImportJob;

/** What a file is of. */
enum ImportKind {
    COURSES("catalog:write", "code,title"),
    ENROLLMENTS("learning:write", "learner,course_code"),
    REVIEWS("learning:write", "learner,course_code,rating");

    private final String scope;
    private final String requiredColumns;

    ImportKind(String scope, String requiredColumns) {
        this.scope = scope;
        this.requiredColumns = requiredColumns;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportKind of(ImportJob job) {
        return ofWireName(job.kind()).orElseThrow();
    }

    static Optional<ImportKind> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst();
    }

    /** What a machine client needs to send one. */
    String scope() {
        return scope;
    }

    List<String> requiredColumns() {
        return List.of(requiredColumns.split(","));
    }
}
